// Where the links of a page lead, for a terminal, where nothing can be clicked:
//
//   2. Back up the stored policies [a].
//   …
//   Links
//     [a] https://example.com/procedures/back-up-ip-security-policy.html
//
// Letters, because numbers in brackets stand for the sources of a page.
#ifndef LOOKUP_CLI_LINK_LIST_H_
#define LOOKUP_CLI_LINK_LIST_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lookup/cli/screen.h"

namespace errlookup {

class LinkList {
 public:
  // Addresses that begin with "home" lie inside the knowledge base; empty: none do. "own_page" is the slug of the
  // page that is shown.
  explicit LinkList(std::string home = {}, std::string own_page = {})
      : home_(std::move(home)), own_page_(std::move(own_page)) {}

  // What is put behind the text of a link, as Markdown writes both; empty if the text says it all:
  // - "<https://…>" for an address of the web that is not the text;
  // - "(errlookup 13025)" for a page of an error whose code is not in the text;
  // - "[a]" for all else inside the knowledge base; the same address has the same letter.
  // Addresses relative to a site are left out: nobody could open them.
  std::string Reference(std::string_view text, std::string_view address);

  // The addresses that have letters, a line for each, however long. Nothing if there are none.
  void Show(Screen& screen) const;

 private:
  std::string home_;
  std::string own_page_;
  std::vector<std::string> addresses_;  // in the order of their letters
};

}  // namespace errlookup

#endif  // LOOKUP_CLI_LINK_LIST_H_
