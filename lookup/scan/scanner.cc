#include "lookup/scan/scanner.h"

#include <algorithm>
#include <array>
#include <utility>

namespace errlookup {
namespace {

// Of a long line, so much is shown around a finding.
constexpr std::size_t kExcerptBefore = 256;
constexpr std::size_t kExcerptAfter = 512;

std::vector<std::string_view> StartsOf(const CodeSet& codes) {
  std::vector<std::string_view> starts;
  for (const ScanMessage& message : codes.messages()) starts.push_back(message.text);
  return starts;
}

// Others are not written with so few digits that they are met by chance.
constexpr std::uint32_t kLargestDecimalCode = 0xFFFF;

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

ChunkScanner::ChunkScanner(const CodeSet& codes, Prefilter::Instructions instructions)
    : recognizer_(codes), prefilter_(StartsOf(codes), instructions) {}

// Spots are looked at from kReach before the chunk to kReach behind it, because a finding may begin that far from
// its spot. "line_feeds" gets the number of line feeds in each block of the chunk.
std::vector<Hit> ChunkScanner::FindHits(const Chunk& chunk, const InputContext& input,
                                        std::vector<std::uint32_t>& line_feeds) const {
  std::vector<Hit> hits;
  Prefilter::Spots spots;
  const auto scan_block = [&](std::size_t begin, std::size_t end) {
    const Prefilter::Found found = prefilter_.Find(chunk.text.data() + begin, end - begin, begin == 0 ? '\n' : chunk.text[begin - 1], spots);
    std::size_t count = 0;
    for (std::size_t i = 0; i < found.spot_count; ++i) {
      spots[count] = {spots[i].offset, recognizer_.Sieve(chunk.text.data() + begin + spots[i].offset, spots[i].forms)};
      count += spots[count].forms != 0;
    }
    for (std::size_t i = 0; i < count; ++i)
      recognizer_.Recognize(chunk.text, begin + spots[i].offset, spots[i].forms, input, hits);
    return static_cast<std::uint32_t>(found.line_feed_count);
  };
  if (chunk.begin > 0) scan_block(chunk.begin - std::min(chunk.begin, Recognizer::kReach), chunk.begin);
  for (std::size_t begin = chunk.begin; begin < chunk.end; begin += Prefilter::kBlock)
    line_feeds.push_back(scan_block(begin, std::min(begin + Prefilter::kBlock, chunk.end)));
  const std::size_t reach_end = std::min(chunk.end + Recognizer::kReach, chunk.text.size());
  if (reach_end > chunk.end) scan_block(chunk.end, reach_end);

  const auto is_outside = [&](const Hit& hit) { return hit.begin < chunk.begin || hit.begin >= chunk.end; };
  hits.erase(std::remove_if(hits.begin(), hits.end(), is_outside), hits.end());
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.begin < b.begin; });
  const auto begins_alike = [](const Hit& a, const Hit& b) { return a.begin == b.begin; };
  hits.erase(std::unique(hits.begin(), hits.end(), begins_alike), hits.end());
  return hits;
}

ChunkFindings ChunkScanner::Scan(const Chunk& chunk, const InputContext& input) const {
  ChunkFindings findings;
  std::vector<std::uint32_t> line_feeds;
  const std::vector<Hit> hits = FindHits(chunk, input, line_feeds);

  const std::string_view text = chunk.text;
  std::size_t block = 0;              // of line_feeds: those before are in "feeds"
  std::size_t position = chunk.begin; // up to here "feeds" and "line_begin" are known
  std::uint64_t feeds = 0;
  std::optional<std::size_t> line_begin;
  const auto move_to = [&](std::size_t to) {
    // Whole blocks by their counts, the rest by looking.
    const std::size_t target_block = (to - chunk.begin) / Prefilter::kBlock;
    if (target_block > block) {
      feeds = 0;
      for (std::size_t i = 0; i < target_block; ++i) feeds += line_feeds[i];
      const std::size_t block_begin = chunk.begin + target_block * Prefilter::kBlock;
      const std::size_t feed = text.substr(position, block_begin - position).rfind('\n');
      if (feed != std::string_view::npos) line_begin = position + feed + 1;
      block = target_block;
      position = block_begin;
    }
    for (std::size_t feed = text.find('\n', position); feed < to; feed = text.find('\n', feed + 1)) {
      ++feeds;
      line_begin = feed + 1;
    }
    position = std::max(position, to);
  };

  for (const Hit& hit : hits) {
    move_to(hit.begin);
    ChunkFindings::Row row;
    row.offset = chunk.text_offset + hit.begin;
    row.line_feeds_before = feeds;
    if (line_begin) row.line_begin = chunk.text_offset + *line_begin;
    row.code = hit.code;
    row.message = hit.message;

    const View view(text, hit.begin);
    std::size_t begin = view.LineBegin(hit.begin);
    std::size_t end = std::max(view.LineEnd(hit.begin), hit.end);
    if (hit.begin - begin > kExcerptBefore) {
      begin = hit.begin - kExcerptBefore;
      while (IsContinuation(text[begin])) ++begin;
      row.is_cut_before = true;
    }
    if (end - hit.begin > kExcerptAfter + (hit.end - hit.begin)) {
      end = hit.end + kExcerptAfter;
      while (end > hit.end && IsContinuation(text[end])) --end;
      row.is_cut_after = true;
    }
    row.excerpt_at = static_cast<std::uint32_t>(findings.texts.size());
    row.excerpt_size = static_cast<std::uint32_t>(end - begin);
    row.text_at = row.excerpt_at + static_cast<std::uint32_t>(hit.begin - begin);
    row.text_size = static_cast<std::uint32_t>(hit.end - hit.begin);
    findings.texts += text.substr(begin, end - begin);
    findings.rows.push_back(row);
  }

  for (const std::uint32_t count : line_feeds) findings.line_feeds += count;
  const std::size_t last = text.substr(chunk.begin, chunk.end - chunk.begin).rfind('\n');
  if (last != std::string_view::npos) findings.last_line_begin = chunk.text_offset + chunk.begin + last + 1;
  return findings;
}

void FindingAssembler::Take(const ChunkFindings& findings) {
  const std::string_view texts = findings.texts;
  for (const ChunkFindings::Row& row : findings.rows) {
    Finding finding;
    finding.offset = row.offset;
    finding.line = line_feeds_ + row.line_feeds_before + 1;
    finding.column = row.offset - row.line_begin.value_or(line_begin_) + 1;
    finding.text = texts.substr(row.text_at, row.text_size);
    finding.code = row.code;
    finding.message = row.message;
    finding.excerpt = texts.substr(row.excerpt_at, row.excerpt_size);
    finding.excerpt_at = row.text_at - row.excerpt_at;
    finding.is_cut_before = row.is_cut_before;
    finding.is_cut_after = row.is_cut_after;
    sink_(finding);
  }
  line_feeds_ += findings.line_feeds;
  if (findings.last_line_begin) line_begin_ = *findings.last_line_begin;
}

void Scanner::Feed(std::string_view block) {
  buffer_ += block;
  if (!has_columns_ && buffer_.size() < ColumnHeader::kLongest) return;
  if (buffer_.size() - done_ >= chunk_size_ + ChunkScanner::kAfter)
    ScanUpTo(buffer_.size() - ChunkScanner::kAfter, buffer_.size());
}

void Scanner::Finish() {
  const std::size_t end = buffer_.size();
  buffer_.append(ChunkScanner::kPadding, '\n');
  const bool is_whole = buffer_offset_ == 0 && done_ == 0;
  if (is_whole && end <= chunk_size_) {
    const std::string_view text = std::string_view(buffer_).substr(0, end);
    ReadColumns(text);
    for (const ChunkFindings::Row& row : chunks_.Scan({.text = text, .begin = 0, .end = end, .text_offset = 0}, context_).rows) {
      const bool is_known = std::find(context_.told.begin(), context_.told.end(), row.code) != context_.told.end();
      if (row.code->value <= kLargestDecimalCode && !is_known) context_.told.push_back(row.code);
    }
  }
  ScanUpTo(end, end);
  buffer_.clear();
}

void Scanner::ReadColumns(std::string_view text) {
  context_.columns = ColumnHeader(text.substr(0, ColumnHeader::kLongest));
  has_columns_ = true;
}

void Scanner::ScanUpTo(std::size_t end, std::size_t text_size) {
  const std::string_view text = std::string_view(buffer_).substr(0, text_size);
  if (!has_columns_) ReadColumns(text);
  if (end > done_) {
    assembler_.Take(chunks_.Scan({.text = text, .begin = done_, .end = end, .text_offset = buffer_offset_}, context_));
    done_ = end;
  }
  if (done_ > ChunkScanner::kBefore) {
    const std::size_t gone = done_ - ChunkScanner::kBefore;
    buffer_.erase(0, gone);
    buffer_offset_ += gone;
    done_ -= gone;
  }
}

}  // namespace errlookup
