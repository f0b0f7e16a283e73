#include "core/casework/csv_reader.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace faltakt;
using casework::CsvRow;
using casework::CsvTable;
using casework::readCsv;
using Fields = std::vector<std::string>;

namespace {

CsvTable table(std::string_view text)
{
    const auto read = readCsv(text);
    REQUIRE(read);
    return *read;
}

std::string detailOf(std::string_view text, const casework::CsvLimits &limits = {})
{
    const auto read = readCsv(text, limits);
    return read ? std::string() : std::string(base::errorCodeName(read.error().code())) + " " + read.error().detail();
}

} // namespace

TEST_CASE("quoted fields hold separators, quotes and line breaks")
{
    const auto rows = table("a,b\r\n\"x,y\",\"say \"\"hi\"\"\"\r\n\"two\r\nlines\",\r\nlast,row").rows;
    REQUIRE(rows.size() == 4);
    CHECK(rows[1].fields == Fields{"x,y", "say \"hi\""});
    CHECK(rows[2].fields == Fields{"two\r\nlines", ""});
    CHECK(rows[2].line == 3);
    CHECK(rows[3].fields == Fields{"last", "row"});
    CHECK(rows[3].line == 5);
}

TEST_CASE("the separator is the one that stands more often in the header")
{
    CHECK(table("a;b;c\n1,5;2;3\n").separator == ';');
    CHECK(table("a,b,c\n1;5,2,3\n").separator == ',');
    CHECK(table("\"a;b;c;d\",e\n").separator == ',');
    CHECK(table("only\n").separator == ',');
}

TEST_CASE("a byte-order mark is no part of the first name")
{
    CHECK(table("\xef\xbb\xbf"
                "a,b\n")
              .rows[0]
              .fields
          == Fields{"a", "b"});
}

TEST_CASE("empty lines are left out and still counted")
{
    const auto rows = table("a,b\n\n\r\n1,2\n\n").rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].line == 4);
    CHECK(table("").rows.empty());
    CHECK(table("\n\n").rows.empty());
}

TEST_CASE("an encoding other than UTF-8 is refused with words on what it may be")
{
    CHECK(detailOf("a,b\nG\xf6ran,1\n").find("ISO-8859-1") != std::string::npos);
    CHECK(detailOf(std::string_view("\xff\xfe\x61\x00", 4)).find("UTF-16") != std::string::npos);
    CHECK(detailOf("a\xc0\xaf\n").starts_with("invalid"));
    CHECK(detailOf("\xed\xa0\x80").starts_with("invalid"));
}

TEST_CASE("a broken row is marked and the next one is read")
{
    const auto faultOf = [](std::string_view row) {
        const auto rows = table("a,b\n" + std::string(row) + "\n1,2\n").rows;
        REQUIRE(rows.size() == 3);
        CHECK(rows[2].fields == Fields{"1", "2"});
        CHECK(rows[2].line == 3);
        return rows[1].fault;
    };
    CHECK(faultOf("x\"y,2") == "quote");
    CHECK(faultOf("\"x\"y,2") == "quote");
    CHECK(faultOf("x,\"never closed") == "quote");
    CHECK(faultOf("x\ry,2") == "lineEnd");
    CHECK(faultOf(std::string("x\0y,2", 5)) == "nul");
    CHECK(faultOf(std::string(17 * 1024, 'x') + ",2") == "tooLong");
}

TEST_CASE("limits of size, rows and columns hold")
{
    CHECK(detailOf(std::string(101, 'a'), {.bytes = 100}).find("100 bytes") != std::string::npos);
    CHECK(detailOf("a\n1\n2\n3\n", {.rows = 2}).find("2 rows") != std::string::npos);
    CHECK(readCsv("a\n1\n2\n", {.rows = 2}).has_value());
    CHECK(detailOf("a,b,c\n", {.columns = 2}).find("2 columns") != std::string::npos);
    CHECK(readCsv("a,b\n", {.columns = 2}).has_value());
}

TEST_CASE("a file of quotes and separators is read in one pass")
{
    std::string hostile;
    for (int i = 0; i < 3'000; ++i)
        hostile += "\"\"\"\",\"\n";
    CHECK(readCsv(hostile).has_value());
    CHECK(readCsv(std::string(90, '"')).has_value());
}

TEST_CASE("what is written as a field is read back")
{
    CHECK(rc::check("round trip", [] {
        const auto character = rc::gen::element<std::string>("a", "å", ",", ";", "\"", "\n", "\r\n", " ", "1", "-");
        const auto word = rc::gen::map(rc::gen::container<std::vector<std::string>>(character),
                                       [](const std::vector<std::string> &parts) {
                                           std::string joined;
                                           for (const auto &part : parts)
                                               joined += part;
                                           return joined;
                                       });
        const auto width = *rc::gen::inRange<std::size_t>(2, 5);
        const auto rows = *rc::gen::container<std::vector<Fields>>(rc::gen::container<Fields>(width, word));
        std::string text = Fields(width, "h").front();
        for (std::size_t i = 1; i < width; ++i)
            text += ";h";
        for (const auto &row : rows) {
            text += "\r\n";
            for (std::size_t i = 0; i < width; ++i)
                text += (i == 0 ? "" : ";") + casework::csvField(row[i], ';');
        }
        const auto read = readCsv(text);
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->rows.size() == rows.size() + 1);
        for (std::size_t i = 0; i < rows.size(); ++i)
            RC_ASSERT(read->rows[i + 1].fields == rows[i]);
    }));
}

TEST_CASE("no bytes make the reader fail or lose a line")
{
    CHECK(rc::check("any bytes", [] {
        const auto text = *rc::gen::container<std::string>(rc::gen::element(',', ';', '"', '\n', '\r', 'a', ' '));
        const auto read = readCsv(text);
        RC_ASSERT(read.has_value());
        std::size_t last = 0;
        for (const CsvRow &row : read->rows) {
            RC_ASSERT(row.line > last);
            last = row.line;
        }
        RC_ASSERT(last <= std::size_t(std::count(text.begin(), text.end(), '\n')) + 1);
    }));
}
