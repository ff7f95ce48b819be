#!/usr/bin/env bash
# Builds errlookup.exe as people download it.
#
#   build.sh SOURCE BUILD INDEX
set -euo pipefail
cmake -S "$1" -B "$2" -G Ninja -D CMAKE_BUILD_TYPE=Release -D ERRLOOKUP_STATIC=ON -D CMAKE_EXE_LINKER_FLAGS=-s \
  -D CMAKE_TOOLCHAIN_FILE="$1/lookup/cli/mingw-w64.cmake" -D ERRLOOKUP_INDEX_FILE="$3" >/dev/null
cmake --build "$2" --target errlookup

# One file to copy: only libraries that every Windows has.
libraries=$(x86_64-w64-mingw32-objdump -p "$2/bin/errlookup.exe" | sed -n 's/.*DLL Name: //p' | tr '\n' ' ')
for library in $libraries; do
  case "$library" in
    KERNEL32.dll | msvcrt.dll) ;;
    *) echo "errlookup.exe needs $library, which may not be there"; exit 1 ;;
  esac
done
