#include "sync/cli/line_input.h"

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <fstream>
#include <unistd.h>

using namespace faltakt;
using cli::LineInput;

namespace {

/// A pipe with some text in it and its far end closed.
class FilledPipe {
public:
    explicit FilledPipe(const std::string &text)
    {
        REQUIRE(::pipe(m_ends) == 0);
        REQUIRE(::write(m_ends[1], text.data(), text.size()) == ssize_t(text.size()));
        ::close(m_ends[1]);
    }
    ~FilledPipe() { ::close(m_ends[0]); }
    [[nodiscard]] int end() const { return m_ends[0]; }

private:
    int m_ends[2] = {};
};

std::string textOf(const crypto::SecretBytes &secret) { return std::string(base::textOf(secret.view())); }

} // namespace

TEST_CASE("lines come one by one, the last also without its end")
{
    const FilledPipe pipe("first\nsecond\r\n\nlast");
    LineInput input(pipe.end());
    CHECK(input.next().value() == "first");
    CHECK(input.next().value() == "second");
    CHECK(input.next().value() == "");
    CHECK(input.next().value() == "last");
    CHECK_FALSE(input.next().value().has_value());
    CHECK_FALSE(input.next().value().has_value());
}

TEST_CASE("the PIN is the first line and the answers come after it")
{
    const FilledPipe pipe("hemligt lösenord\n1 2\n");
    LineInput input(pipe.end());
    CHECK(textOf(*input.nextSecret("").value()) == "hemligt lösenord");
    CHECK(input.next().value() == "1 2");
}

TEST_CASE("a line longer than the reader's own room comes whole")
{
    const std::string line(20000, 'x');
    const FilledPipe pipe(line + "\nnext\n");
    LineInput input(pipe.end());
    CHECK(input.next().value() == line);
    CHECK(input.next().value() == "next");
}

TEST_CASE("an endless line is refused")
{
    test::TemporaryFolder folder;
    std::ofstream(folder.file("long")) << std::string(200000, 'x');
    const auto read = cli::readSecretFile(folder.file("long"));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code() == base::ErrorCode::TooLarge);
}

TEST_CASE("a PIN file gives its first line, and a missing one is said to be missing")
{
    test::TemporaryFolder folder;
    std::ofstream(folder.file("pin")) << "a long passphrase\nsomething else\n";
    CHECK(textOf(*cli::readSecretFile(folder.file("pin")).value()) == "a long passphrase");
    CHECK(cli::readSecretFile(folder.file("none")).error().code() == base::ErrorCode::NotFound);
}
