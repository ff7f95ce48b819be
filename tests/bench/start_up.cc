// Whole processes, against each other: start_up ROUNDS < COMMANDS
//
// A command is a line of fields with tabs between: a label, the program, its arguments. Each round runs every
// command once, so that a slow moment of the machine meets all of them. What counts are the ratios: of the
// shortest and of the median time, to the first command and to the one labelled "errno" if it is there. The time
// goes from before posix_spawn to after the process is reaped; inputs and outputs are /dev/null.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

extern char** environ;

namespace {

constexpr int kWarmUpRounds = 5;

struct Command {
  std::string label;
  std::vector<std::string> words;
  std::vector<double> microseconds;
  long faults = 0;  // minor page faults of the last run

  double Shortest() const { return microseconds.front(); }
  double Median() const { return microseconds[microseconds.size() / 2]; }
};

std::vector<Command> ReadCommands() {
  std::vector<Command> commands;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream fields(line);
    Command& command = commands.emplace_back();
    std::getline(fields, command.label, '\t');
    for (std::string word; std::getline(fields, word, '\t');) command.words.push_back(word);
  }
  return commands;
}

void Run(Command& command, const posix_spawn_file_actions_t& actions, bool counts) {
  std::vector<char*> arguments;
  for (std::string& word : command.words) arguments.push_back(word.data());
  arguments.push_back(nullptr);

  pid_t child = 0;
  rusage usage{};
  const auto begin = std::chrono::steady_clock::now();
  if (const int error = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ); error != 0) {
    std::fprintf(stderr, "start_up: %s: %s\n", arguments[0], std::strerror(error));
    std::exit(2);
  }
  wait4(child, nullptr, 0, &usage);
  const std::chrono::duration<double, std::micro> time = std::chrono::steady_clock::now() - begin;
  if (counts) command.microseconds.push_back(time.count());
  command.faults = usage.ru_minflt;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 0;
  std::vector<Command> commands = ReadCommands();
  if (rounds < 1 || commands.empty()) {
    std::fputs("usage: start_up ROUNDS < COMMANDS\n", stderr);
    return 2;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_RDWR, 0);

  for (int round = -kWarmUpRounds; round < rounds; ++round) {
    for (Command& command : commands) Run(command, actions, round >= 0);
  }
  for (Command& command : commands) std::sort(command.microseconds.begin(), command.microseconds.end());

  const Command& first = commands.front();
  const auto found = std::find_if(commands.begin(), commands.end(), [](const Command& c) { return c.label == "errno"; });
  const Command& errno_tool = found == commands.end() ? first : *found;
  std::printf("%-28s %8s %8s   %17s   %17s   %6s\n", "", "min us", "med us", "x first, min med", "x errno, min med", "faults");
  for (const Command& c : commands) {
    std::printf("%-28s %8.0f %8.0f   %8.2f %8.2f   %8.2f %8.2f   %6ld\n", c.label.c_str(), c.Shortest(), c.Median(),
                c.Shortest() / first.Shortest(), c.Median() / first.Median(), c.Shortest() / errno_tool.Shortest(),
                c.Median() / errno_tool.Median(), c.faults);
  }
}
