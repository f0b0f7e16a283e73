// Acts, what light forms write, out of a device as FHIR resources.
#include "core/screening/assessment_record.h"
#include "core/screening/instrument_library.h"
#include "core/screening/response_reader.h"
#include "tests/unit/cli_device.h"

#include <sstream>

using namespace faltakt;
using namespace faltakt::cli::test;
using base::json::Value;
using cli::ExitCode;

namespace {

/// The golden vectors of a form, as they lie in the tree.
Value vectorsOf(const std::string &form)
{
    std::ifstream file(std::string(FALTAKT_SOURCE_DIR) + "/assets/forms/" + form + ".vectors.json");
    std::ostringstream text;
    text << file.rdbuf();
    return base::json::parse(text.str(), {.maxBytes = screening::MaxQuestionnaireBytes, .maxDepth = 16}).value();
}

/// A device with one person, in whose file acts are written.
class ActDevice : public Device {
public:
    std::string write(const std::string &form, const std::string &version, const base::json::Object &answers)
    {
        std::vector<std::string> words{"new",
                                       m_case,
                                       "act",
                                       "--set",
                                       "form=\"" + form + '"',
                                       "--set",
                                       "version=\"" + version + '"',
                                       "--set",
                                       "at=\"2026-05-27T10:00:00Z\""};
        for (const auto &[key, value] : answers) {
            words.emplace_back("--set");
            words.push_back("answers/" + key + '=' + base::json::serialise(value));
        }
        return run(words).only().stringAt("record");
    }
    Run exported(const std::string &record) { return run({"fhir", "export", record}); }
    [[nodiscard]] const std::string &caseId() const { return m_case; }

private:
    std::string m_case = newCase();
};

/// What the resource says, read as somebody else's, in the form in which a record keeps answers.
std::string answersIn(const std::string &resource, const screening::QuestionnairePointer &form)
{
    const auto foreign = screening::ForeignResponse::parse(resource);
    REQUIRE(foreign.has_value());
    const auto read = foreign->read(form);
    REQUIRE(read.has_value());
    CHECK(read->problems.empty());
    return base::json::serialise(screening::answerFields(read->answers));
}

} // namespace

TEST_CASE("what an act says goes out whole and is read back the same, for every form")
{
    ActDevice device;
    const auto library = screening::InstrumentLibrary::forms().value();
    for (const auto &[id, form] : library.all()) {
        const Value file = vectorsOf(id);
        for (const Value &vector : **file.requireArray("vectors")) {
            INFO(id << ": " << vector.stringAt("name"));
            const base::json::Object &answers = **vector.requireObject("answers");
            const Run run = device.exported(device.write(id, form->version(), answers));
            REQUIRE(run.exitCode == ExitCode::Done);
            CHECK(run.only().stringAt("status") == "completed");
            CHECK(run.only().stringAt("authored") == "2026-05-27T10:00:00Z");
            // What no question asks any more is left out, and rows get numbers; then it stays as it is.
            const std::string read = answersIn(base::json::serialise(run.only()), form);
            const base::json::Value fields = base::json::parse(read).value();
            CHECK(fields.object()->size() <= answers.size());
            base::json::Object again;
            for (const auto &[key, value] : *fields.object())
                again.set(key.substr(std::string_view("answers/").size()), value);
            const Run second = device.exported(device.write(id, form->version(), again));
            CHECK(answersIn(base::json::serialise(second.only()), form) == read);
            const auto sheet = screening::AnswerSheet::fromStored(form, answers).sheet;
            const bool hasRows = read.find(".0001/") != std::string::npos;
            if (fields.object()->size() == answers.size() && !hasRows)
                CHECK(read == base::json::serialise(screening::answerFields(sheet)));
        }
    }
}

TEST_CASE("an act of a version that is not held stays where it is")
{
    ActDevice device;
    const std::string record = device.write("communication", "0.0.1", {});
    const Run run = device.exported(record);
    CHECK(run.exitCode == ExitCode::Failed);
    CHECK(run.lines.empty());
}

TEST_CASE("an act with an answer that the form does not know is not exported in part")
{
    ActDevice device;
    const std::string version = screening::InstrumentLibrary::forms()->find("communication").value()->version();
    const std::string record = device.write(
        "communication", version,
        {{"what", base::json::Object{{"text", "The inquiry"}}}, {"other", base::json::Object{{"text", "x"}}}});
    CHECK(device.exported(record).exitCode == ExitCode::Failed);
}

TEST_CASE("an act about somebody with protected identity does not leave the device this way")
{
    ActDevice device;
    const std::string version = screening::InstrumentLibrary::forms()->find("communication").value()->version();
    const std::string record =
        device.write("communication", version, {{"what", base::json::Object{{"text", "The inquiry"}}}});
    REQUIRE(device.exported(record).exitCode == ExitCode::Done);
    const std::string person = device.recordOfKind(device.caseId(), "person").stringAt("record");
    REQUIRE(device.run({"set", person, "protection", "\"sekretessmarkering\""}).exitCode == ExitCode::Done);
    const Run run = device.exported(record);
    CHECK(run.exitCode == ExitCode::Failed);
    CHECK(run.lines.empty());
}
