// A value, or an Error that says what went wrong in a sentence a person can act on.
//
//   Result<IndexReader> reader = IndexReader::Open(image);
//   if (!reader.ok()) return Fail(reader.error());
//   reader->entry_count();
#ifndef LOOKUP_BASE_RESULT_H_
#define LOOKUP_BASE_RESULT_H_

#include <cassert>
#include <optional>
#include <string>
#include <utility>

namespace errlookup {

enum class ErrorCode {
  kInvalidArgument,     // the caller's input is not of the form asked for
  kNotFound,            // a file or object that must exist does not
  kCorrupt,             // bytes from outside break the rules of their format
  kUnsupportedVersion,  // a format newer than this program
  kIo,                  // the operating system refused a read or a write
  kLimit,               // larger than the documented bound
};

struct Error {
  ErrorCode code = ErrorCode::kInvalidArgument;
  std::string message;  // what was attempted, on what, what went wrong, the next step; no final period

  bool operator==(const Error&) const = default;
};

// Holds either a T or an Error. Reading the wrong one is a programming error (assert).
template <typename T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}        // NOLINT: implicit by design
  Result(Error error) : error_(std::move(error)) {}    // NOLINT: implicit by design

  bool ok() const { return value_.has_value(); }
  const Error& error() const { assert(!ok()); return error_; }

  T& value() & { assert(ok()); return *value_; }
  const T& value() const& { assert(ok()); return *value_; }
  T&& value() && { assert(ok()); return std::move(*value_); }

  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

 private:
  std::optional<T> value_;
  Error error_;
};

// A Result for work that returns nothing: Done() or an Error.
struct Nothing {};
using Status = Result<Nothing>;
inline Status Done() { return Nothing{}; }

inline Error Fail(ErrorCode code, std::string message) { return Error{code, std::move(message)}; }

}  // namespace errlookup

#endif  // LOOKUP_BASE_RESULT_H_
