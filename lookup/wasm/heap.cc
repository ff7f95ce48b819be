// The memory of the module: malloc and free, operator new and delete, and the copies of bytes. The ones of wasi-libc
// take 12 KB, a tenth of the module, for what a page does not need: it asks a question, gets a text and frees both.
//
// Blocks are powers of two and are never split or joined. A freed block waits in the list of its size. So the
// module holds at most twice what it ever needed of each size at one time.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

extern "C" std::byte __heap_base;  // set by the linker: the first byte behind stack and data

namespace {

constexpr std::size_t kPageSize = 65536;   // of WebAssembly
constexpr std::size_t kMostPages = 65536;  // 4 GiB
constexpr std::size_t kHeaderSize = 16;    // keeps what follows aligned for every type
constexpr std::size_t kMostBytes = std::size_t{1} << 30;

// Stands before the bytes that are given out.
struct Block {
  int exponent;  // the block has 2 to the power of it bytes, the header among them
  Block* next;   // while it is free
};

Block* free_blocks[32];
std::uintptr_t used_end;  // 0 before the first block

int ExponentFor(std::size_t size) { return 32 - __builtin_clz(static_cast<unsigned>(size + kHeaderSize - 1) | 31); }

Block* NewBlock(int exponent) {
  if (used_end == 0) used_end = (reinterpret_cast<std::uintptr_t>(&__heap_base) + kHeaderSize - 1) / kHeaderSize * kHeaderSize;
  const std::uint64_t end = std::uint64_t{used_end} + (std::uint64_t{1} << exponent);
  const std::uint64_t pages = (end + kPageSize - 1) / kPageSize, pages_now = __builtin_wasm_memory_size(0);
  if (pages > kMostPages) return nullptr;
  if (pages > pages_now && __builtin_wasm_memory_grow(0, static_cast<std::size_t>(pages - pages_now)) == static_cast<std::size_t>(-1)) return nullptr;
  Block* const block = reinterpret_cast<Block*>(used_end);
  block->exponent = exponent;
  used_end = static_cast<std::uintptr_t>(end);
  return block;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) {
  if (size > kMostBytes) return nullptr;
  const int exponent = ExponentFor(size);
  Block* block = free_blocks[exponent];
  if (block != nullptr) free_blocks[exponent] = block->next;
  else block = NewBlock(exponent);
  return block == nullptr ? nullptr : reinterpret_cast<std::byte*>(block) + kHeaderSize;
}

void free(void* address) {
  if (address == nullptr) return;
  Block* const block = reinterpret_cast<Block*>(static_cast<std::byte*>(address) - kHeaderSize);
  block->next = free_blocks[block->exponent];
  free_blocks[block->exponent] = block;
}

// One instruction each (bulk memory, in every browser since 2021), where wasi-libc brings loops.
void* memcpy(void* __restrict to, const void* __restrict from, std::size_t size) { return __builtin_memcpy(to, from, size); }
void* memmove(void* to, const void* from, std::size_t size) { return __builtin_memmove(to, from, size); }
void* memset(void* to, int value, std::size_t size) { return __builtin_memset(to, value, size); }

}  // extern "C"

// Without exceptions there is nothing to do about missing memory but to stop; JavaScript sees a RuntimeError.
void* operator new(std::size_t size) {
  void* const address = std::malloc(size);
  if (address == nullptr) __builtin_trap();
  return address;
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return std::malloc(size); }
void operator delete(void* address) noexcept { std::free(address); }
void operator delete(void* address, std::size_t) noexcept { std::free(address); }
void operator delete[](void* address) noexcept { std::free(address); }
void operator delete[](void* address, std::size_t) noexcept { std::free(address); }
