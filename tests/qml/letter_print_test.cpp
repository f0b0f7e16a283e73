// A letter on paper: what stands in the window of the envelope, what does not, and what a reader finds in the file.
#include "platform/print/qt_pdf_printer.h"
#include "qml/viewmodels/letter/letter_print.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_text.h"

#include <QGuiApplication>

#include <algorithm>

using namespace faltakt;
using namespace faltakt::test;

namespace {

// The window, wider than any: only the recipient may show in it. Millimetres from the upper left corner.
constexpr double WindowTop = 40;
constexpr double WindowBottom = 95;

/// Fonts belong to an application; the one of this program needs no display.
void ensureApplication()
{
    static int count = 1;
    static char name[] = "qml_letter_print";
    static char *arguments[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static auto *const application = new QGuiApplication(count, arguments);
    Q_UNUSED(application)
}

rules::LetterText words()
{
    rules::LetterText letter;
    letter.address = {"Åsa Öberg", "Storgatan 1", "123 45 Orten"};
    letter.opening = {"Hej,", "Jag heter Anna och vill gärna prata med dig."};
    letter.text = {"Vi som skriver är Vuxenenheten i Orten. Vi erbjuder ett samtal."};
    return letter;
}

rules::LetterSender sender()
{
    rules::LetterSender from;
    from.municipality = "Orten";
    from.unit = "Vuxenenheten";
    from.number = "08-123 456 00";
    from.address = {"Box 1", "123 45 Orten"};
    return from;
}

/// As it is read back from the file; a font's space may stand as a tab.
std::vector<PdfRun> printed(const rules::LetterText &letter, const rules::LetterSender &from)
{
    ensureApplication();
    platform::QtPdfPrinter printer;
    const auto pdf = printer.print(viewmodels::printedLetter(letter, from, *base::parseDate("2026-11-27")));
    REQUIRE(pdf.has_value());
    std::vector<PdfRun> runs = pdfRuns(*pdf);
    for (PdfRun &run : runs)
        std::ranges::replace(run.text, '\t', ' ');
    // What keeps the window free is one sign of nothing.
    std::erase_if(runs, [](const PdfRun &run) { return run.text.size() < 3; });
    REQUIRE_FALSE(runs.empty());
    return runs;
}

std::vector<std::string> inWindow(const std::vector<PdfRun> &runs)
{
    std::vector<std::string> lines;
    for (const PdfRun &run : runs)
        if (run.page == 1 && run.y > WindowTop && run.y < WindowBottom)
            lines.push_back(run.text);
    return lines;
}

double placeOf(const std::vector<PdfRun> &runs, std::string_view begin)
{
    const auto run = std::ranges::find_if(runs, [&](const PdfRun &each) { return each.text.starts_with(begin); });
    INFO(begin);
    REQUIRE(run != runs.end());
    return run->y;
}

} // namespace

TEST_CASE("a plain letter shows the recipient in the window, and above the rest nothing that tells who writes")
{
    const auto runs = printed(words(), sender());
    CHECK(inWindow(runs) == std::vector<std::string>{"Åsa Öberg", "Storgatan 1", "123 45 Orten"});
    for (const PdfRun &run : runs)
        if (run.y < placeOf(runs, "Vi som skriver"))
            for (const char *telling : {"Vuxenenheten", "08-123", "Box 1"})
                CHECK(run.text.find(telling) == std::string::npos);
    CHECK(placeOf(runs, "fredag 27 november 2026") < placeOf(runs, "Hej,"));
    CHECK(placeOf(runs, "Hej,") < placeOf(runs, "Vi som skriver"));
    CHECK(placeOf(runs, "Vuxenenheten, Orten") > placeOf(runs, "Vi som skriver"));
    CHECK(pdfText(runs).find("Svara till: Box 1, 123 45 Orten") != std::string::npos);
    CHECK(pdfText(runs).find("Sida") == std::string::npos);
}

TEST_CASE("the window is on the side that the profile says, and an open letter has its sender above the recipient")
{
    rules::LetterSender from = sender();
    const auto right = printed(words(), from);
    from.isWindowLeft = true;
    from.isPlain = false;
    const auto left = printed(words(), from);
    CHECK(right.front().x > 100);
    CHECK(left.front().x < 30);
    const auto lines = inWindow(left);
    REQUIRE(lines.size() == 4);
    CHECK(lines.front().starts_with("Vuxenenheten, Orten"));
    CHECK(lines.at(1) == "Åsa Öberg");
}

TEST_CASE("what the profile does not state stands nowhere in the letter")
{
    rules::LetterSender bare;
    bare.isPlain = false;
    const std::string text = pdfText(printed(words(), bare));
    for (const char *hole : {"{", "}", "__", "anges inte", "Svara till", "Ring:"})
        CHECK(text.find(hole) == std::string::npos);
}

TEST_CASE("a letter of several pages numbers them, cuts no line in two, and begins the second page at its top")
{
    rules::LetterText letter = words();
    for (int paragraph = 0; paragraph < 20; ++paragraph)
        letter.text.emplace_back("Stycke " + std::to_string(paragraph)
                                 + ": vi kan berätta vilken hjälp som finns, för dig "
                                   "eller någon nära dig, och du bestämmer själv vad vi pratar om när vi ses.");
    const auto runs = printed(letter, sender());
    CHECK(runs.back().page == 2);
    const std::string text = pdfText(runs);
    CHECK(text.find("Sida 1 av 2") != std::string::npos);
    CHECK(text.find("Sida 2 av 2") != std::string::npos);
    for (int paragraph = 0; paragraph < 20; ++paragraph)
        CHECK(std::ranges::count_if(
                  runs,
                  [&](const PdfRun &run) { return run.text.starts_with("Stycke " + std::to_string(paragraph) + ":"); })
              == 1);
    const auto second = std::ranges::find(runs, 2, &PdfRun::page);
    CHECK(second->y < 40);
    CHECK(inWindow(runs).size() == 3);
}

TEST_CASE("the file's own title names nobody, and in English everything is")
{
    rules::LetterText letter = words();
    letter.language = base::Language::English;
    const platform::PrintedText text = viewmodels::printedLetter(letter, sender(), *base::parseDate("2026-11-27"));
    CHECK(text.title == "Letter");
    CHECK(text.language == "en");
    CHECK(text.pieces.back().text == "Page %1 of %2");
    ensureApplication();
    platform::QtPdfPrinter printer;
    const auto pdf = printer.print(viewmodels::printedLetter(words(), sender(), *base::parseDate("2026-11-27")));
    REQUIRE(pdf.has_value());
    // A title lies open in the file, in two bytes a sign.
    const std::string_view bytes = base::textOf(*pdf);
    CHECK(bytes.find(std::string_view("B\0r\0e\0v", 7)) != std::string_view::npos);
    CHECK(bytes.find("berg") == std::string_view::npos);
    CHECK(bytes.find(std::string_view("b\0e\0r\0g", 7)) == std::string_view::npos);
}

TEST_CASE("a long address is cut at the window's edge and stays in it")
{
    rules::LetterText letter = words();
    letter.address.front() = std::string(90, 'W');
    const auto runs = printed(letter, sender());
    CHECK(inWindow(runs).size() == 3);
    CHECK(runs.front().text.size() < 60);
}
