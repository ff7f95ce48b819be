// The index as part of the program: the assembler copies the file ERRLOOKUP_INDEX_FILE (set by CMake) into
// the read-only data. Nothing is copied or unpacked when the program starts.
#include "lookup/cli/index_source.h"

// How the assembler writes read-only data and C names for ELF, Mach-O and PE.
#if defined(__APPLE__)
#define DATA_SECTION ".const_data"
#define C_NAME(name) "_" name
#elif defined(_WIN32)
#define DATA_SECTION ".section .rdata,\"dr\""
#define C_NAME(name) name
#else
#define DATA_SECTION ".section .rodata,\"a\""
#define C_NAME(name) name
#endif

__asm__(DATA_SECTION "\n"
        ".balign 64\n"
        ".globl " C_NAME("errlookup_index_begin") "\n" C_NAME("errlookup_index_begin") ":\n"
        ".incbin \"" ERRLOOKUP_INDEX_FILE "\"\n"
        ".globl " C_NAME("errlookup_index_end") "\n" C_NAME("errlookup_index_end") ":\n"
        ".byte 0\n"
        ".text\n");

extern "C" {
extern const std::byte errlookup_index_begin[];
extern const std::byte errlookup_index_end[];
}

namespace errlookup {

std::span<const std::byte> EmbeddedIndex() { return {errlookup_index_begin, errlookup_index_end}; }

}  // namespace errlookup
