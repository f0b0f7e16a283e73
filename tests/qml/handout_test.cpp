// The person's own words of a result as a file to take along.
#include "platform/linux/desktop_file_export.h"
#include "platform/print/qt_pdf_printer.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "tests/qml/interview_bench.h"

#include <QDir>
#include <QFileInfo>

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::FileOffer;
using viewmodels::ResultViewModel;

namespace {

/// A result of AUDIT that is shown to its person.
struct Desk {
    Desk() : caseId(bench.someCase())
    {
        const auto interview = bench.open({.instrument = "audit", .caseId = caseId});
        while (interview->stage() == viewmodels::InterviewViewModel::Stage::Asking)
            bench.answer(*interview, 1);
        page =
            std::make_unique<ResultViewModel>(bench.services(), caseId, bench.records(caseId, "assessment").back().id);
        page->load();
        bench.waitFor([&] { return !page->isLoading(); });
        page->showToPerson();
    }
    FileOffer &open()
    {
        page->handOut();
        REQUIRE(page->handout()->isOpen());
        return *page->handout();
    }
    std::vector<store::RecordView> notes() { return bench.records(caseId, "note"); }

    InterviewBench bench;
    base::CaseId caseId;
    std::unique_ptr<ResultViewModel> page;
};

} // namespace

TEST_CASE("without the person's yes and a place nothing leaves the app")
{
    Desk desk;
    FileOffer &sheet = desk.open();
    CHECK_FALSE(sheet.isAgreed());
    sheet.choosePlace(0);
    sheet.save();
    CHECK_FALSE(sheet.problem().isEmpty());
    sheet.toggleAgreed();
    CHECK(sheet.problem().isEmpty());
    sheet.choosePlace(-1);
    sheet.save();
    CHECK_FALSE(sheet.problem().isEmpty());
    CHECK(desk.bench.files().files().empty());
}

TEST_CASE("the file says the person's own words and support, names nobody, and is noted in the file of the person")
{
    Desk desk;
    const std::size_t before = desk.notes().size();
    FileOffer &sheet = desk.open();
    sheet.toggleAgreed();
    sheet.chooseFormat(1);
    sheet.choosePlace(1);
    sheet.save();
    REQUIRE(desk.bench.files().files().size() == 1);
    const auto &file = desk.bench.files().files().front();
    CHECK(file.place == "Minne");
    CHECK(file.name == "sammanfattning-2025-10-17.txt");
    const std::string person = desk.page->content()->personText().toStdString();
    CHECK(file.content.find(person) != std::string::npos);
    CHECK(file.content.find("inte en diagnos") != std::string::npos);
    CHECK(file.content.find("poäng") == std::string::npos);
    for (const store::RecordView &record : desk.bench.records(desk.caseId, "person"))
        for (const char *field : {"givenName", "familyName", "identityNumber"})
            CHECK((record.text(field).empty() || file.content.find(record.text(field)) == std::string::npos));
    CHECK(sheet.doneText().contains(QStringLiteral("sammanfattning-2025-10-17.txt")));
    desk.bench.waitFor([&] { return desk.notes().size() == before + 1; });
    CHECK(desk.notes().back().text("text").starts_with("Personen fick en sammanfattning av AUDIT som fil (Text)"));
    sheet.save();
    CHECK(desk.bench.files().files().size() == 1);
}

TEST_CASE("the score is in the file where it stands on the screen, and the note says so")
{
    Desk desk;
    desk.page->togglePersonScore();
    FileOffer &sheet = desk.open();
    sheet.toggleAgreed();
    sheet.choosePlace(0);
    sheet.save();
    REQUIRE(desk.bench.files().files().size() == 1);
    const auto &file = desk.bench.files().files().front();
    CHECK(file.name == "sammanfattning-2025-10-17.pdf");
    CHECK(file.content.find("12 av 40 poäng") != std::string::npos);
    desk.bench.waitFor([&] { return desk.notes().back().text("text").ends_with("Poängen stod med."); });
}

TEST_CASE("a full place says that nothing was saved, and nothing is noted")
{
    Desk desk;
    const std::size_t before = desk.notes().size();
    desk.bench.files().setFull(true);
    FileOffer &sheet = desk.open();
    sheet.toggleAgreed();
    sheet.choosePlace(0);
    sheet.save();
    CHECK(sheet.problem().contains(QStringLiteral("Inget är sparat")));
    CHECK(sheet.doneText().isEmpty());
    CHECK(desk.notes().size() == before);
    desk.bench.files().setFull(false);
    sheet.save();
    CHECK_FALSE(sheet.doneText().isEmpty());
}

TEST_CASE("Qt makes a PDF of one page with a title")
{
    InterviewBench::ensureApplication();
    platform::QtPdfPrinter printer;
    const auto pdf = printer.print({.title = "Sammanfattning av samtalet",
                                    .language = "sv",
                                    .pieces = {{platform::PrintedText::Kind::Heading, "Sammanfattning"},
                                               {platform::PrintedText::Kind::Paragraph, "Du dricker mindre nu."}}});
    REQUIRE(pdf.has_value());
    const std::string_view content = base::textOf(*pdf);
    CHECK(content.starts_with("%PDF-1.4"));
    CHECK(content.find("/Count 1") != std::string_view::npos);
    CHECK(content.find("pdfaid") != std::string_view::npos);
}

TEST_CASE("a scale is drawn under its words, from empty to full")
{
    InterviewBench::ensureApplication();
    platform::QtPdfPrinter printer;
    const auto sizeOf = [&](platform::PrintedText::Kind kind, int value) {
        const auto pdf = printer.print({.title = "Skattning", .language = "sv", .pieces = {{kind, "oro", value, 4}}});
        REQUIRE(pdf.has_value());
        CHECK(base::textOf(*pdf).find("/Count 1") != std::string_view::npos);
        return pdf->size();
    };
    using Kind = platform::PrintedText::Kind;
    const std::size_t words = sizeOf(Kind::Paragraph, 0);
    for (const int value : {0, 1, 4})
        CHECK(sizeOf(Kind::Scale, value) > words);
    // Beyond the scale is its end.
    CHECK(sizeOf(Kind::Scale, 9) == sizeOf(Kind::Scale, 4));
}

TEST_CASE("a file is put into the user's own folder, for that user alone, and never over another")
{
    const QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toUtf8());
    REQUIRE(QDir(home.path()).mkdir(QStringLiteral("Documents")));
    platform::DesktopFileExport files;
    const auto places = files.places();
    REQUIRE(std::ranges::find(places, "Documents") != places.end());
    const auto first = files.save("Documents", "sammanfattning.txt", base::bytesOf("ett"));
    const auto second = files.save("Documents", "sammanfattning.txt", base::bytesOf("två"));
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    CHECK(*first != *second);
    CHECK(QFileInfo(QString::fromStdString(*second)).fileName() == QStringLiteral("sammanfattning-2.txt"));
    CHECK_FALSE(QFileInfo(QString::fromStdString(*first)).permissions().testFlag(QFileDevice::ReadOther));
    CHECK_FALSE(files.save("nowhere", "a.txt", base::bytesOf("x")).has_value());
    qputenv("HOME", before);
}
