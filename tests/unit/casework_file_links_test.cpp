// Which files are shown as one: by links that neither file knows to be right.
#include "core/casework/file_links.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace faltakt;
using casework::FileLinks;

namespace {

base::CaseId file(std::uint8_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = number;
    bytes[6] = 0x70;
    return base::CaseId(base::Uuid(bytes));
}

/// File `number`, tied to file `to`; 0: to none.
store::CaseRow row(std::uint8_t number, std::uint8_t to = 0, bool isProtected = false)
{
    store::CaseRow made{file(number), {}};
    made.card.isProtected = isProtected;
    if (to != 0)
        made.card.mergedInto = file(to).toString();
    return made;
}

} // namespace

TEST_CASE("a file that is tied to none stands for itself")
{
    const FileLinks links({row(1), row(2)});
    CHECK(links.mainOf(file(1)) == file(1));
    CHECK_FALSE(links.isTied(file(1)));
    CHECK(links.tiedTo(file(1)).empty());
    CHECK(links.mainOf(file(9)) == file(9));
}

TEST_CASE("links are followed to their end, and all that lead there are shown there")
{
    const FileLinks links({row(1), row(2, 1), row(3, 2), row(4, 1)});
    for (const std::uint8_t tied : {2, 3, 4})
        CHECK(links.mainOf(file(tied)) == file(1));
    CHECK(links.tiedTo(file(1)) == std::vector{file(2), file(3), file(4)});
    CHECK(links.tiedTo(file(2)).empty());
}

TEST_CASE("in a circle the file that was made first leads, whoever is asked first, and none is lost")
{
    std::vector<store::CaseRow> rows{row(4, 5), row(5, 6), row(6, 4), row(7, 5)};
    std::ranges::sort(rows, {}, &store::CaseRow::caseId);
    do {
        const FileLinks links(rows);
        for (const std::uint8_t each : {4, 5, 6, 7})
            CHECK(links.mainOf(file(each)) == file(4));
        CHECK(links.tiedTo(file(4)).size() == 3);
    } while (std::ranges::next_permutation(rows, {}, &store::CaseRow::caseId).found);
    const FileLinks two({row(1, 2), row(2, 1)});
    CHECK(two.mainOf(file(1)) == file(1));
    CHECK(two.mainOf(file(2)) == file(1));
}

TEST_CASE("a link to itself, to a file that is not here, or to words that are no file says nothing")
{
    store::CaseRow broken = row(3);
    broken.card.mergedInto = "not a file";
    const FileLinks links({row(1, 1), row(2, 8), broken});
    for (const std::uint8_t each : {1, 2, 3})
        CHECK_FALSE(links.isTied(file(each)));
}

TEST_CASE("a link from or to somebody with protected identity says nothing")
{
    CHECK_FALSE(FileLinks({row(1, 0, true), row(2, 1)}).isTied(file(2)));
    CHECK_FALSE(FileLinks({row(1), row(2, 1, true)}).isTied(file(2)));
    // Also where it lies between two others.
    const FileLinks links({row(1), row(2, 1, true), row(3, 2)});
    CHECK_FALSE(links.isTied(file(3)));
    CHECK(links.tiedTo(file(1)).empty());
}
