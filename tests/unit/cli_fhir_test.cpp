// Forms and answers in and out of a device as FHIR resources.
#include "tests/unit/cli_device.h"

using namespace faltakt;
using namespace faltakt::cli::test;
using base::json::Value;
using cli::ExitCode;

namespace {

void write(const std::string &path, const std::string &text) { std::ofstream(path) << text; }

/// A device with one person and one screening of theirs.
class ScreenedDevice : public Device {
public:
    explicit ScreenedDevice(const std::string &instrument, const std::string &answers)
    {
        write(file("answers"), answers);
        m_record =
            run({"screen", instrument, "--answers", file("answers"), "--case", m_case}).only().stringAt("record");
    }
    [[nodiscard]] const std::string &caseId() const { return m_case; }
    Run exported(const std::string &record) { return run({"fhir", "export", record}); }
    Run exported() { return exported(m_record); }
    Run imported(const std::string &resource)
    {
        write(file("response.json"), resource);
        return run({"fhir", "import", file("response.json")});
    }
    std::size_t screeningCount()
    {
        const Run shown = run({"case", m_case});
        std::size_t count = 0;
        for (const Value &one : **shown.only().requireArray("records"))
            count += one.stringAt("kind") == "assessment";
        return count;
    }
    Value fieldsOf(const std::string &record)
    {
        const Run shown = run({"case", m_case});
        for (const Value &one : **shown.only().requireArray("records"))
            if (one.stringAt("record") == record)
                return *one.find("fields");
        return {};
    }

private:
    std::string m_case = newCase();
    std::string m_record;
};

std::string replaced(std::string text, const std::string &what, const std::string &by)
{
    const std::size_t place = text.find(what);
    REQUIRE(place != std::string::npos);
    return text.replace(place, what.size(), by);
}

} // namespace

TEST_CASE("a screening goes out, comes back as a new record, and goes out the same")
{
    ScreenedDevice device("audit-c", R"({"1":2,"2":1,"3":"refused"})");
    const Run first = device.exported();
    REQUIRE(first.exitCode == ExitCode::Done);
    const std::string text = base::json::serialise(first.only());
    CHECK(first.only().find("subject")->find("identifier")->stringAt("value") == device.caseId());
    CHECK(text.find("Kim") == std::string::npos);

    const Run back = device.imported(text);
    REQUIRE(back.exitCode == ExitCode::Done);
    CHECK(back.only().find("differing")->array()->empty());
    const std::string record = back.only().stringAt("record");
    CHECK(device.fieldsOf(record).find("answers/3")->stringAt("state") == "refused");
    CHECK(base::json::serialise(device.exported(record).only()) == text);
}

TEST_CASE("scores are counted anew, and one that differs is said")
{
    ScreenedDevice device("audit-c", R"({"1":4,"2":4,"3":4})");
    const std::string text = base::json::serialise(device.exported().only());
    CHECK(device.exported().only().stringAt("status") == "completed");
    const Run back = device.imported(replaced(text, R"("valueInteger":12)", R"("valueInteger":3)"));
    REQUIRE(back.exitCode == ExitCode::Done);
    CHECK(back.only().find("differing")->array()->front() == Value("score: 3 is stated, and it comes out as 12"));
    CHECK(device.fieldsOf(back.only().stringAt("record")).integerAt("score") == 12);
}

TEST_CASE("answers that come in are read by the person's age on the day of the answers, and by their sex")
{
    // Seven points: zone I for a man, and from 66 years on zone II.
    ScreenedDevice device("audit", R"({"1":4,"2":3,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"9":0,"10":0})");
    const std::string person = device.recordOfKind(device.caseId(), "person").stringAt("record");
    REQUIRE(device.run({"set", person, "sex", "\"m\""}).exitCode == ExitCode::Done);
    const std::string text = base::json::serialise(device.exported().only());
    const auto zoneFor = [&](const std::string &birth) {
        REQUIRE(device.run({"set", person, "birthDate", '"' + birth + '"'}).exitCode == ExitCode::Done);
        const Run back = device.imported(text);
        REQUIRE(back.exitCode == ExitCode::Done);
        const Value fields = device.fieldsOf(back.only().stringAt("record"));
        CHECK(fields.stringAt("sex") == "m");
        return fields.find("zone")->stringAt("m");
    };
    CHECK(zoneFor("1986-01-01") == "I");
    CHECK(zoneFor("1956-01-01") == "II");
    // 66 today, and not yet when the form was filled in.
    const std::string before = replaced(text, R"("authored":"2026-)", R"("authored":"2025-)");
    REQUIRE(device.run({"set", person, "birthDate", "\"1960-03-01\""}).exitCode == ExitCode::Done);
    CHECK(device.fieldsOf(device.imported(text).only().stringAt("record")).integerAt("age") == 66);
    CHECK(device.fieldsOf(device.imported(before).only().stringAt("record")).integerAt("age") == 65);
}

TEST_CASE("an answer of a day that has not come yet is not taken")
{
    ScreenedDevice device("audit-c", R"({"1":4,"2":4,"3":4})");
    const std::string text = base::json::serialise(device.exported().only());
    const std::size_t before = device.screeningCount();
    CHECK(device.imported(replaced(text, R"("authored":"2026-)", R"("authored":"2027-)")).exitCode == ExitCode::Failed);
    CHECK(device.screeningCount() == before);
    CHECK(device.imported(text).exitCode == ExitCode::Done);
}

TEST_CASE("a response with a wrong answer leaves nothing behind")
{
    ScreenedDevice device("audit-c", R"({"1":4,"2":4,"3":4})");
    const std::string text = base::json::serialise(device.exported().only());
    const std::size_t before = device.screeningCount();
    const std::vector<std::pair<std::string, std::string>> faults = {{R"("code":"daily")", R"("code":"hourly")"},
                                                                     {R"("linkId":"3")", R"("linkId":"33")"},
                                                                     {"audit-c|", "audit-c|9"},
                                                                     {"questionnaire:audit-c", "questionnaire:other"},
                                                                     {"QuestionnaireResponse", "Observation"},
                                                                     {R"({"resourceType")", R"([{"resourceType")"}};
    for (const auto &[what, by] : faults) {
        INFO(what);
        CHECK(device.imported(replaced(text, what, by)).exitCode == ExitCode::Failed);
    }
    CHECK(device.run({"fhir", "import", device.file("not-here")}).exitCode == ExitCode::Failed);
    CHECK(device.screeningCount() == before);
}

TEST_CASE("a response that does not say whose it is wants the case named")
{
    ScreenedDevice device("audit-c", R"({"1":4,"2":4,"3":4})");
    Value resource = device.exported().only();
    resource.object()->remove("subject");
    const std::string text = base::json::serialise(resource);
    CHECK(device.imported(text).exitCode == ExitCode::WrongUsage);
    const Run named = device.run({"fhir", "import", device.file("response.json"), "--case", device.caseId()});
    CHECK(named.exitCode == ExitCode::Done);
    CHECK(named.only().stringAt("case") == device.caseId());
    const std::string nobody = "01980000-0000-7000-8000-000000000000";
    CHECK(device.run({"fhir", "import", device.file("response.json"), "--case", nobody}).exitCode == ExitCode::Failed);
}

TEST_CASE("what must not leave the device does not")
{
    ScreenedDevice violence("freda", R"({"physical":true})");
    CHECK(violence.exported().exitCode == ExitCode::Failed);
    ScreenedDevice device("audit-c", R"({"1":4,"2":4,"3":4})");
    const std::string person = device.recordOfKind(device.caseId(), "person").stringAt("record");
    REQUIRE(device.run({"set", person, "protection", "\"sekretessmarkering\""}).exitCode == ExitCode::Done);
    CHECK(device.exported().exitCode == ExitCode::Failed);
    CHECK(device.exported(person).exitCode == ExitCode::Failed);
}

TEST_CASE("an instrument is handed on as the resource that it is")
{
    Device device;
    const Run shown = device.runBare({"fhir", "questionnaire", "AUDIT-C"});
    CHECK(shown.only().stringAt("resourceType") == "Questionnaire");
    CHECK(shown.only().stringAt("url") == "urn:faltakt:questionnaire:audit-c");
    CHECK(device.runBare({"fhir", "questionnaire", "nothing"}).exitCode == ExitCode::Failed);
}

namespace {

std::string printed(const Run &run)
{
    std::string text;
    for (const Value &line : run.lines)
        text += faltakt::base::json::serialise(line);
    return text;
}

} // namespace

TEST_CASE(
    "the file of somebody with protected identity is printed for a reason alone, and without what tells who it is")
{
    Device device;
    const Run made = device.run({"case", "new", "--set", "givenName=\"Kim\"", "--set", "familyName=\"Hemlig\"", "--set",
                                 "aliases={\"a\":{\"name\":\"Kimmo\"}}"});
    const std::string caseId = made.only().stringAt("case");
    device.run({"new", caseId, "related", "--set", "role=\"relative\"", "--set", "name=\"Vera Hemlig\""});
    CHECK(printed(device.run({"case", caseId})).find("Hemlig") != std::string::npos);
    REQUIRE(device.run({"set", made.only().stringAt("record"), "protection", "\"fingerade\""}).exitCode
            == ExitCode::Done);
    const Run refused = device.run({"case", caseId});
    CHECK(refused.exitCode == ExitCode::Failed);
    CHECK(device.run({"case", caseId, "--reason", " "}).exitCode == ExitCode::Failed);
    const Run shown = device.run({"case", caseId, "--reason", "booked talk"});
    REQUIRE(shown.exitCode == ExitCode::Done);
    for (const char *told : {"Kim", "Hemlig", "Vera"}) {
        CHECK(printed(shown).find(told) == std::string::npos);
        CHECK(printed(refused).find(told) == std::string::npos);
    }
    CHECK(printed(shown).find("fingerade") != std::string::npos);
}
