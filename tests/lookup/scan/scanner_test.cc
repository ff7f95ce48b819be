// The machinery of a scan: blocks, threads, hostile input.
#include "lookup/scan/scanner.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <span>

#include "lookup/scan/parallel_scan.h"
#include "tests/lookup/scan/slow_scan.h"

namespace errlookup {
namespace {

// A small log with every form, long enough that the first chunks end inside it.
std::string SampleLog() {
  const std::string lines =
      "CoId={6895FC76-F2F6-0000-C953-9668F6F2D801}: The user EXAMPLE\\a dialed a connection named Corp which has failed. "
      "The error code returned on failure is 809.\n"
      "IKE failed (13801) for 203.0.113.5:13801, pluto[13801]: port 13801 in 13868 ms\n"
      "HRESULT 0x800735E9 or -2147011095 or 2147956201, error 0x35E9\r\n"
      "Failure Reason:\t\tNo policy configured\r\n"
      "ERROR_IPSEC_IKE_AUTH_FAIL FWP_E_CALLOUT_NOT_FOUND STATUS_IPSEC_BAD_SPI\n"
      "<Event><Provider Name='RasClient'/><Data>809</Data><Binary>E9350000</Binary></Event>\n"
      "0000: e9 35 00 00   .5..\n"
      "Remote Access error 789 - The L2TP connection attempt failed because the security layer encountered a\n"
      "processing error during initial negotiations with the remote computer.\n";
  std::string log;
  while (log.size() < 12000) log += lines + std::string(log.size() % 97, '.') + "\n";
  return log;
}

// A code is told in the first line and only mentioned in the last; between them so many bytes that all are "size".
std::string Letter(std::size_t size) {
  const std::string first = "VPN error 809\n";
  const std::string last = "\n改了以后 809 没有了。\n";
  return first + std::string(size - first.size() - last.size(), '.') + last;
}

TEST(Scanner, ReadsWhatFitsIntoAChunkTwiceHoweverItIsCut) {
  const ChunkScanner scanner(CatalogCodes());
  for (const std::size_t size : {std::size_t{100}, Scanner::kChunk - 1, Scanner::kChunk, Scanner::kChunk + 1}) {
    const std::string letter = Letter(size);
    for (const std::size_t block : {std::size_t{7}, std::size_t{4096}, letter.size()}) {
      std::size_t found = 0;
      Scanner run(scanner, [&](const Finding&) { ++found; });
      for (std::size_t at = 0; at < letter.size(); at += block) run.Feed(std::string_view(letter).substr(at, block));
      run.Finish();
      EXPECT_EQ(found, size <= Scanner::kChunk ? 2u : 1u) << size << " bytes in blocks of " << block;
    }
  }
}

TEST(Scanner, FindsTheSameHoweverTheInputIsCut) {
  const ChunkScanner scanner(CatalogCodes());
  const std::string log = SampleLog();
  const std::vector<Found> whole = ScanInBlocks(scanner, log, log.size());
  EXPECT_GT(whole.size(), 100u);
  for (std::size_t split = 1; split < log.size(); split += 3) {
    std::vector<Found> found;
    Scanner run(scanner, [&](const Finding& f) { found.push_back({f.line, f.column, std::string(f.text), f.code->value}); }, 1);
    run.Feed(std::string_view(log).substr(0, split));
    run.Feed(std::string_view(log).substr(split));
    run.Finish();
    ASSERT_EQ(found, whole) << "cut at " << split;
  }
}

TEST(Scanner, FindsTheSameInSmallBlocks) {
  const ChunkScanner scanner(CatalogCodes());
  const std::string log = SampleLog();
  const std::vector<Found> whole = ScanInBlocks(scanner, log, log.size());
  for (const std::size_t block : {1u, 2u, 3u, 61u, 64u, 509u, 4096u, 4097u}) EXPECT_EQ(ScanInBlocks(scanner, log, block), whole) << block;
}

TEST(Scanner, AgreesWithTheSlowScan) {
  const ChunkScanner scanner(CatalogCodes());
  const std::string log = SampleLog();
  EXPECT_EQ(ScanInBlocks(scanner, log, log.size()), SlowScan(CatalogCodes(), log));
}

TEST(Scanner, AgreesWithTheSlowScanOnMixedPieces) {
  const ChunkScanner scanner(CatalogCodes());
  constexpr const char* kPieces[] = {"error ", "13801", "809", "0x", "800735E9", "35e9", " ", "\n", ":", "=", "(", ")", ",", "-",
                                     "2147011095", "2147956201", "Failure Reason:\t", "No policy configured", "port ", "ms", ".",
                                     "<Data>", "</Data>", "E9350000", "ERROR_VPN_TIMEOUT", "_", "VPN ", "[", "]", "failed with ",
                                     "0000: ", "e9 35 00 00", "C0220001", "\xC3\xA9", "{", "}", "|", "\t", "L", "000035E9",
                                     "错误", "。", "，", "“", "\\t", "status 35e9", "입니다"};
  std::mt19937 random(13023);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += kPieces[random() % std::size(kPieces)];
    ASSERT_EQ(ScanInBlocks(scanner, text, text.size()), SlowScan(CatalogCodes(), text)) << text;
  }
}

TEST(Scanner, SurvivesRandomBytes) {
  const ChunkScanner scanner(CatalogCodes());
  std::mt19937 random(13801);
  std::string bytes(300000, '\0');
  for (char& c : bytes) c = static_cast<char>(random());
  EXPECT_EQ(ScanInBlocks(scanner, bytes, 1000), ScanInBlocks(scanner, bytes, bytes.size()));
}

TEST(Scanner, NeedsNoMemoryForALongLine) {
  const ChunkScanner scanner(CatalogCodes());
  std::vector<Found> found;
  Scanner run(scanner, [&](const Finding& f) { found.push_back({f.line, f.column, std::string(f.text), f.code->value}); });
  const std::string block(1 << 20, 'x');
  for (int i = 0; i < 64; ++i) run.Feed(block);
  run.Feed(" error 13801 ");
  for (int i = 0; i < 8; ++i) run.Feed(block);
  run.Finish();
  const std::vector<Found> expected = {{1, (64u << 20) + 8, "13801", 13801}};
  EXPECT_EQ(found, expected);
}

TEST(Scanner, TakesAnEmptyInput) {
  const ChunkScanner scanner(CatalogCodes());
  EXPECT_TRUE(ScanInBlocks(scanner, "", 1).empty());
}

TEST(Scanner, ShowsTheLineAroundAFinding) {
  const ChunkScanner scanner(CatalogCodes());
  std::string excerpt;
  Scanner run(scanner, [&](const Finding& f) {
    excerpt = f.excerpt;
    EXPECT_EQ(f.excerpt.substr(f.excerpt_at, f.text.size()), f.text);
    EXPECT_FALSE(f.is_cut_before || f.is_cut_after);
  });
  run.Feed("before\nan error 13801 here\nafter\n");
  run.Finish();
  EXPECT_EQ(excerpt, "an error 13801 here");
}

TEST(Scanner, CutsTheExcerptOfALongLine) {
  const ChunkScanner scanner(CatalogCodes());
  std::size_t size = 0;
  Scanner run(scanner, [&](const Finding& f) {
    size = f.excerpt.size();
    EXPECT_EQ(f.excerpt.substr(f.excerpt_at, f.text.size()), f.text);
    EXPECT_TRUE(f.is_cut_before && f.is_cut_after);
  });
  run.Feed(std::string(5000, 'a') + " error 13801 " + std::string(5000, 'b'));
  run.Finish();
  EXPECT_GT(size, 500u);
  EXPECT_LT(size, 1000u);
}

// Pieces of a text in memory.
class TextReader : public PieceReader {
 public:
  explicit TextReader(std::string_view text) : text_(text) {}
  Result<std::size_t> ReadAt(std::uint64_t offset, char* out, std::size_t size) override {
    const std::string_view piece = text_.substr(std::min<std::size_t>(offset, text_.size()), size);
    std::memcpy(out, piece.data(), piece.size());
    return piece.size();
  }

 private:
  std::string_view text_;
};

std::vector<Found> ScanWithThreads(const ChunkScanner& scanner, std::string_view text, int threads, std::size_t chunk) {
  std::vector<Found> found;
  const auto make_reader = [&]() -> Result<std::unique_ptr<PieceReader>> { return std::unique_ptr<PieceReader>(new TextReader(text)); };
  const auto sink = [&](const Finding& f) { found.push_back({f.line, f.column, std::string(f.text), f.code->value}); };
  EXPECT_TRUE(ScanInParallel(scanner, text.size(), make_reader, sink, {.thread_count = threads, .chunk_size = chunk}).ok());
  return found;
}

TEST(ParallelScan, FindsTheSameInTheSameOrder) {
  const ChunkScanner scanner(CatalogCodes());
  std::string log;
  for (int i = 0; i < 20; ++i) log += SampleLog();
  const std::vector<Found> expected = ScanInBlocks(scanner, log, 100000);
  for (const int threads : {1, 2, 4})
    for (const std::size_t chunk : {1000u, 4096u, 65537u}) EXPECT_EQ(ScanWithThreads(scanner, log, threads, chunk), expected) << threads << " " << chunk;
}

TEST(ParallelScan, ReportsAnInputThatBecameShorter) {
  const ChunkScanner scanner(CatalogCodes());
  const std::string text = "error 13801\n";
  const auto make_reader = [&]() -> Result<std::unique_ptr<PieceReader>> { return std::unique_ptr<PieceReader>(new TextReader(text)); };
  const Status status = ScanInParallel(scanner, 100000, make_reader, [](const Finding&) {}, {.thread_count = 2, .chunk_size = 10});
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kIo);
}

// Fails if one of the sets of instructions finds other spots in "text" than plain C++ does.
void ExpectTheSameSpots(std::span<const std::string_view> starts, std::string text) {
  text.append(Prefilter::kPadding + Prefilter::kBlock, '\n');
  const Prefilter portable(starts, Prefilter::Instructions::kPortable);
  auto expected = std::make_unique<Prefilter::Spots>();
  auto found = std::make_unique<Prefilter::Spots>();
  for (const auto instructions : {Prefilter::Instructions::kAvx2, Prefilter::Instructions::kAvx512}) {
    if (!Prefilter::IsAvailable(instructions)) continue;
    const Prefilter fast(starts, instructions);
    for (std::size_t at = 0; at + Prefilter::kBlock + Prefilter::kPadding < text.size(); at += 1001) {
      const std::size_t size = Prefilter::kBlock - at % 65;
      const Prefilter::Found a = portable.Find(text.data() + at, size, '\n', *expected);
      const Prefilter::Found b = fast.Find(text.data() + at, size, '\n', *found);
      ASSERT_EQ(a.line_feed_count, b.line_feed_count);
      ASSERT_EQ(a.spot_count, b.spot_count);
      for (std::size_t i = 0; i < a.spot_count; ++i) ASSERT_EQ((*expected)[i], (*found)[i]);
    }
  }
}

TEST(Prefilter, AllInstructionsFindTheSameSpots) {
  std::vector<std::string_view> starts;
  for (const ScanMessage& message : CatalogCodes().messages()) starts.push_back(message.text);
  std::mt19937 random(1);
  std::string text = SampleLog();
  for (int i = 0; i < 20000; ++i) text += static_cast<char>(random() % 4 == 0 ? '0' + random() % 10 : ' ' + random() % 95);
  ExpectTheSameSpots(starts, text);
}

TEST(Prefilter, AllInstructionsFindTheSameSpotsAmongBytesBeyondAscii) {
  const std::vector<std::string_view> starts = {"Échec de la négociation", "Fehlgeschlagene Überprüfung", "Über die Richtlinie",
                                                "Не удалось согласовать", "ネゴシエーションの失敗", "Policy match error"};
  const std::string pieces[] = {"错误", "。", "，", "é", "\xFF", " ", "\n", "809", "13801", "0x35E9", "35e9", "3223453697", "800735E9",
                                "“", "”", "ERROR_VPN_TIMEOUT", "x", "0", "\x7F"};
  std::mt19937 random(2);
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    if (random() % 8 == 0) text += starts[random() % starts.size()];
    else text += pieces[random() % std::size(pieces)];
  }
  for (int i = 0; i < 20000; ++i) text += static_cast<char>(random());
  ExpectTheSameSpots(starts, text);
}

TEST(Prefilter, FindsMessagesThatBeginBeyondAscii) {
  const std::vector<std::string_view> starts = {"Échec de la négociation"};
  const std::string text = std::string(100, '.') + " Échec de la négociation" + std::string(Prefilter::kPadding + 100, '.');
  auto spots = std::make_unique<Prefilter::Spots>();
  for (const auto instructions : {Prefilter::Instructions::kPortable, Prefilter::Instructions::kAvx2, Prefilter::Instructions::kAvx512}) {
    if (!Prefilter::IsAvailable(instructions)) continue;
    const Prefilter::Found found = Prefilter(starts, instructions).Find(text.data(), 200, '\n', *spots);
    ASSERT_EQ(found.spot_count, 1u);
    EXPECT_EQ((*spots)[0].offset, 101u);
  }
}

}  // namespace
}  // namespace errlookup
