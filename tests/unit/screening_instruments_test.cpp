// The shipped instruments as such: complete in both languages, in our own words, and kind to the person who reads.
#include "core/base/text.h"
#include "core/screening/instrument_library.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_fixtures.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

using namespace faltakt;
using namespace faltakt::screening;
using faltakt::screening::test::instrument;
using faltakt::screening::test::MiniQuestionnaire;

namespace {

/// Those that a sum of points carries from the first question to the last.
constexpr std::array<const char *, 3> Sums = {"audit", "audit-c", "dudit"};

const std::vector<std::string> &ids()
{
    static const std::vector<std::string> Ids = [] {
        const InstrumentLibrary library = InstrumentLibrary::shipped().value();
        std::vector<std::string> all;
        for (const auto &[id, questionnaire] : library.all())
            all.push_back(id);
        return all;
    }();
    return Ids;
}

std::string readTestFile(const char *path)
{
    QFile file(QString::fromUtf8(FALTAKT_SOURCE_DIR) + QLatin1Char('/') + QString::fromUtf8(path));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll().toStdString();
}

void writeFile(const QTemporaryDir &folder, const char *name, const std::string &text)
{
    QFile file(folder.filePath(QString::fromUtf8(name)));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(text.data(), qint64(text.size())) == qint64(text.size()));
}

/// Every text of an instrument that somebody reads.
std::vector<LocalText> allTexts(const Questionnaire &questionnaire)
{
    std::vector<LocalText> texts{questionnaire.title(), questionnaire.licenceNote()};
    if (questionnaire.timeWindow().has("sv"))
        texts.push_back(questionnaire.timeWindow());
    for (const Question &question : questionnaire.questions()) {
        texts.push_back(question.text);
        if (question.hint)
            texts.push_back(*question.hint);
        for (const AnswerOption &option : question.options)
            texts.push_back(option.display);
    }
    if (!questionnaire.interpretation())
        return texts;
    for (const Zone &zone : questionnaire.interpretation()->zones) {
        texts.push_back(zone.workerText);
        texts.push_back(zone.personText);
    }
    for (const CutoffSet &set : questionnaire.interpretation()->cutoffSets)
        texts.push_back(set.label);
    for (const Flag &flag : questionnaire.interpretation()->flags)
        texts.push_back(flag.workerText);
    return texts;
}

/// Lower-case words without punctuation.
std::vector<std::string> plainWords(std::string_view text)
{
    std::string cleaned = base::foldForSearch(text);
    for (char &c : cleaned)
        if (std::string_view(".,:;?!()'\"/").find(c) != std::string_view::npos)
            c = ' ';
    std::vector<std::string> words = base::splitWords(cleaned);
    std::erase(words, "");
    return words;
}

std::string fnv1a(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text)
        hash = (hash ^ std::uint8_t(c)) * 0x100000001b3;
    char hex[17];
    std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(hash));
    return hex;
}

/// Hashes of every run of so many words.
std::set<std::string> shingles(std::string_view text, std::size_t length)
{
    const std::vector<std::string> words = plainWords(text);
    std::set<std::string> result;
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
        std::string run = words[i];
        for (std::size_t k = 1; k < length; ++k)
            run += " " + words[i + k];
        result.insert(fnv1a(run));
    }
    return result;
}

std::vector<int> weights(const Question &question)
{
    std::vector<int> points;
    for (const AnswerOption &option : question.options)
        points.push_back(option.weight());
    return points;
}

} // namespace

TEST_CASE("the shipped instruments are found in any case of letters, and no other")
{
    const InstrumentLibrary library = InstrumentLibrary::shipped().value();
    CHECK(library.all().size() == 21);
    CHECK(library.find("AUDIT").value()->id() == "audit");
    CHECK(library.find("Audit-C").value()->id() == "audit-c");
    CHECK(library.find("audit-d").error().code() == base::ErrorCode::NotFound);
    CHECK(library.find("audit-d").error().detail().find("audit, audit-c, dok, dudit") != std::string::npos);
    CHECK_FALSE(shippedResource("../instruments/audit"));
}

TEST_CASE("what is built in is what lies in the folder of instruments")
{
    for (const std::string &id : ids()) {
        const std::string path = "assets/instruments/" + id;
        CHECK(shippedResource(id).value() == readTestFile((path + ".json").c_str()));
        CHECK(shippedVectors(id).value() == readTestFile((path + ".vectors.json").c_str()));
    }
    CHECK(InstrumentLibrary::load(FALTAKT_SOURCE_DIR "/assets/instruments").value().all().size() == ids().size());
}

TEST_CASE("items, weights and scales are those of the instruments")
{
    const std::vector<int> five{0, 1, 2, 3, 4};
    const std::vector<int> three{0, 2, 4};
    const auto check = [&](const char *id, int count, int firstOfThree, int maximum) {
        const QuestionnairePointer questionnaire = instrument(id);
        REQUIRE(int(questionnaire->questions().size()) == count);
        CHECK(questionnaire->maxScore() == maximum);
        for (int i = 1; i <= count; ++i) {
            const Question &question = questionnaire->questions()[std::size_t(i - 1)];
            CHECK(question.linkId == std::to_string(i));
            CHECK(weights(question) == (i >= firstOfThree ? three : five));
        }
    };
    check("audit", 10, 9, 40);
    check("audit-c", 3, 4, 12);
    check("dudit", 11, 10, 44);
}

TEST_CASE("the three questions of AUDIT-C are those of AUDIT, so that answers carry over")
{
    const QuestionnairePointer full = instrument("audit");
    const QuestionnairePointer brief = instrument("audit-c");
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(full->questions()[i].text == brief->questions()[i].text);
        for (std::size_t k = 0; k < 5; ++k)
            CHECK(full->questions()[i].options[k].code == brief->questions()[i].options[k].code);
    }
}

TEST_CASE("every text of every instrument is there in Swedish and in English")
{
    for (const std::string &id : ids())
        for (const LocalText &text : allTexts(*instrument(id))) {
            CAPTURE(id, text.in("sv"));
            CHECK(text.has("sv"));
            REQUIRE(text.has("en"));
            CHECK_FALSE(text.in("en").empty());
        }
}

TEST_CASE("every instrument says its version, edition, own wording, licence and time window")
{
    for (const std::string &id : ids()) {
        CAPTURE(id);
        const QuestionnairePointer questionnaire = instrument(id);
        CHECK(questionnaire->version() == "1.0.0");
        CHECK(questionnaire->wording() == "own");
        CHECK_FALSE(questionnaire->basis().empty());
        const std::string note = base::foldForSearch(questionnaire->licenceNote().in("sv"));
        const auto says = [&note](const char *words) {
            return note.find(base::foldForSearch(words)) != std::string::npos;
        };
        const bool own = says("egen formulering") || says("egen blankett");
        CHECK((own || says("inga frågor ur instrumentet") || says("frågor finns inte här")));
    }
    for (const char *id : Sums)
        CHECK(instrument(id)->timeWindow().in("sv") == "Tänk på de senaste 12 månaderna.");
    CHECK(instrument("dudit")->minimumAge() == 16);
    CHECK(instrument("audit")->skipRuleConfidence() == Confidence::Unconfirmed);
    CHECK_FALSE(instrument("dudit")->hasSkipRule());
}

TEST_CASE("no text of an instrument shares five words in a row with the official questions")
{
    const auto official = base::json::parse(readTestFile("tests/data/screening/official_wording.json")).value();
    const auto length = std::size_t(official.integerAt("words"));
    std::set<std::string> known;
    for (const auto &hash : *official.find("shingles")->array())
        known.insert(*hash.string());
    REQUIRE(known.size() > 400);
    for (const std::string &id : ids())
        for (const LocalText &text : allTexts(*instrument(id)))
            for (const char *language : {"sv", "en"})
                for (const std::string &hash : shingles(text.in(language), length)) {
                    CAPTURE(id, text.in(language));
                    CHECK_FALSE(known.contains(hash));
                }
}

TEST_CASE("the check for official words finds the official words")
{
    const std::string official = readTestFile("tests/data/screening/official_wording.json");
    // The end of a question that everybody in the field knows, which no text of ours has.
    const auto hashes = shingles("eller antytt att du borde minska på det?", 5);
    REQUIRE(hashes.size() == 4);
    for (const std::string &hash : hashes)
        CHECK(official.find(hash) != std::string::npos);
}

TEST_CASE("the person's texts hold no zone, no alarm words and no judging words")
{
    const std::vector<std::string> swedish{"zon",  "nivå",    "risk",      "missbruk", "beroende", "skadlig", "farlig",
                                           "fara", "varning", "allvarlig", "akut",     "diagnos",  "gräns"};
    const std::vector<std::string> english{"zone",    "level",      "hazard", "risk",    "abuse",
                                           "misuse",  "dependence", "danger", "warning", "severe",
                                           "harmful", "diagnosis",  "limit"};
    const auto check = [](const std::string &text, const std::vector<std::string> &words) {
        const std::string folded = base::foldForSearch(text);
        for (const std::string &word : words) {
            CAPTURE(text, word);
            CHECK(folded.find(word) == std::string::npos);
        }
    };
    for (const std::string &id : ids()) {
        if (!instrument(id)->interpretation())
            continue;
        for (const Zone &zone : instrument(id)->interpretation()->zones) {
            check(zone.personText.in("sv"), swedish);
            check(zone.personText.in("en"), english);
        }
    }
}

TEST_CASE("no text of an instrument uses the word that the law gave up")
{
    for (const std::string &id : ids())
        for (const LocalText &text : allTexts(*instrument(id)))
            CHECK(base::foldForSearch(text.in("sv")).find("missbruk") == std::string::npos);
}

TEST_CASE("a folder of instruments is read whole, without its vectors")
{
    const QTemporaryDir folder;
    writeFile(folder, "mini.json", MiniQuestionnaire);
    writeFile(folder, "mini.vectors.json", "{}");
    writeFile(folder, "readme.txt", "no instrument");
    const InstrumentLibrary library = InstrumentLibrary::load(folder.path().toStdString()).value();
    CHECK(library.all().size() == 1);
    CHECK(library.find("MINI"));
}

TEST_CASE("a folder with a broken or a double instrument is refused with the file's name")
{
    const QTemporaryDir folder;
    writeFile(folder, "mini.json", MiniQuestionnaire);
    writeFile(folder, "other.json", MiniQuestionnaire);
    const auto twice = InstrumentLibrary::load(folder.path().toStdString());
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code() == base::ErrorCode::AlreadyExists);
    CHECK(twice.error().detail().find("other.json") != std::string::npos);

    writeFile(folder, "other.json", "{");
    const auto broken = InstrumentLibrary::load(folder.path().toStdString());
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code() == base::ErrorCode::InvalidInput);
    CHECK(broken.error().detail().find("other.json") != std::string::npos);
    CHECK(InstrumentLibrary::load("/nowhere").error().code() == base::ErrorCode::NotFound);
}
