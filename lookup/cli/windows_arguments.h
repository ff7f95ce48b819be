// The arguments in a command line of Windows, which a program gets as one text. The system's own function for this
// would load shell32.dll and all that it needs, which takes longer than the rest of the program.
#ifndef LOOKUP_CLI_WINDOWS_ARGUMENTS_H_
#define LOOKUP_CLI_WINDOWS_ARGUMENTS_H_

#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

// The arguments behind the program's name, by the rules of Microsoft's C runtime ("Parsing C command-line arguments"):
// blanks and tabs outside quotation marks separate; of backslashes before a quotation mark two make one, and one left
// over makes the mark a character; two marks inside marks are one character. UTF-8 in, UTF-8 out.
std::vector<std::string> WindowsArguments(std::string_view command_line);

}  // namespace errlookup

#endif  // LOOKUP_CLI_WINDOWS_ARGUMENTS_H_
