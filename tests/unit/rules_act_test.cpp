// Which times the days in an act start on I dag, and what ends them.
#include "core/rules/act_clocks.h"
#include "core/rules/agenda_text.h"
#include "core/rules/row_explanation.h"
#include "core/screening/instrument_library.h"
#include "tests/support/catch.h"
#include "tests/unit/rules_agenda_case.h"

using namespace faltakt;
using namespace faltakt::rules;

namespace {

using File = rules::testing::TestCase;

std::string dueOf(const File &file, std::string_view rule)
{
    const auto row = file.row(rule);
    return row && row->due ? base::formatInstant(*row->due) : std::string();
}

} // namespace

TEST_CASE("an application asks to be decided about until the matter is looked into")
{
    File file;
    file.withPerson();
    const std::string act = file.add(
        "act", R"({"form":"application","at":"2026-10-19T08:00:00Z","starts/application.received":"2026-10-19"})");
    const auto row = file.row("investigation.open");
    REQUIRE(row.has_value());
    CHECK(row->record.toString() == act);
    CHECK(row->reason == "act:investigation.open");
    CHECK(row->kind == "law");

    SECTION("ticked off")
    {
        File other;
        other.withPerson();
        other.add(
            "act",
            R"({"form":"application","at":"2026-10-19T08:00:00Z","starts/application.received":"2026-10-19","settled/investigation.open":"2026-10-20T08:00:00Z"})");
        CHECK_FALSE(other.has("investigation.open"));
    }
    SECTION("by a later proposal, and not by an earlier one")
    {
        file.add("act",
                 R"({"form":"pre-assessment","at":"2026-10-18T08:00:00Z","ends/investigation.open":"2026-10-18"})");
        CHECK(file.has("investigation.open"));
        file.add("act",
                 R"({"form":"pre-assessment","at":"2026-10-20T08:00:00Z","ends/investigation.open":"2026-10-20"})");
        CHECK_FALSE(file.has("investigation.open"));
    }
    SECTION("by an investigation that is under way")
    {
        File other;
        other.add("case", R"({"stage":"investigation"})");
        other.add("act",
                  R"({"form":"application","at":"2026-10-19T08:00:00Z","starts/application.received":"2026-10-19"})");
        CHECK_FALSE(other.has("investigation.open"));
    }
}

TEST_CASE("a report on somebody young starts the checks that her age asks for, and no clock of a police report")
{
    File file("norsjo");
    file.add("case", R"({"stage":"intake"})");
    file.add("person", R"({"givenName":"A","birthDate":"2007-01-01"})");
    file.add("act", R"({"form":"report","at":"2026-10-16T08:00:00Z","starts/report.received":"2026-10-16"})");
    CHECK(file.has("safetyCheck.atOnce"));
    CHECK(dueOf(file, "preAssessment.decide") == "2026-10-30T22:59:59Z");
    for (const auto &entry : file.agenda())
        CHECK_FALSE(entry.rule.starts_with("lob."));

    File grown("norsjo");
    grown.withPerson();
    grown.add("act", R"({"form":"report","at":"2026-10-16T08:00:00Z","starts/report.received":"2026-10-16"})");
    CHECK_FALSE(grown.has("preAssessment.decide"));
    CHECK(grown.has("investigation.open"));
}

TEST_CASE("a reply is waited for until the day that was set, else the municipality's, and no longer than it comes")
{
    const auto due = [](std::string_view more) {
        File file;
        file.withPerson();
        file.add("act",
                 R"({"form":"communication","at":"2026-10-19T08:00:00Z","starts/communication.sent":"2026-10-19")"
                     + std::string(more) + "}");
        return dueOf(file, "communication.reply");
    };
    CHECK(due("") == "2026-11-02T22:59:59Z");
    CHECK(due(R"(,"gives/reply":"2026-10-26")") == "2026-10-26T22:59:59Z");
    CHECK(due(R"(,"ends/communication.reply":"2026-10-23")").empty());
}

TEST_CASE("a plan replaces the review of the one before and keeps its own")
{
    File file;
    file.withPerson();
    file.add(
        "act",
        R"({"form":"plan","at":"2026-06-01T08:00:00Z","starts/plan.review":"2026-10-01","replaces/plan.review":"2026-06-01"})");
    CHECK(dueOf(file, "plan.review") == "2026-10-01T21:59:59Z");
    const std::string second = file.add(
        "act",
        R"({"form":"plan","at":"2026-09-01T08:00:00Z","starts/plan.review":"2026-12-01","replaces/plan.review":"2026-09-01"})");
    CHECK(dueOf(file, "plan.review") == "2026-12-01T22:59:59Z");
    CHECK(file.row("plan.review")->record.toString() == second);
    file.add("act", R"({"form":"follow-up","at":"2026-12-01T08:00:00Z","replaces/plan.review":"2026-12-01"})");
    CHECK_FALSE(file.has("plan.review"));
}

TEST_CASE("a month alone, a day that is none and an event of another version start nothing")
{
    File file;
    file.withPerson();
    file.add("act", R"({"form":"application","at":"2026-10-19T08:00:00Z","starts/application.received":"2026-10"})");
    file.add("act", R"({"form":"application","at":"2026-10-19T08:00:00Z","starts/application.received":"igår"})");
    file.add("act", R"({"form":"later","at":"2026-10-19T08:00:00Z","starts/unheard.of":"2026-10-19"})");
    CHECK(file.lines().empty());
}

TEST_CASE("why such a row stands there is told by its rule, counted from the act's day")
{
    File file;
    file.withPerson();
    file.add("act",
             R"({"form":"decision-handover","at":"2026-10-19T08:00:00Z","starts/decision.received":"2026-10-19"})");
    const auto row = file.row("appeal.arrive");
    REQUIRE(row.has_value());
    CHECK(base::formatInstant(*row->due) == "2026-11-09T22:59:59Z");
    const auto why = explainRow(*row, file.profile(), file.facts(), Language::Swedish);
    CHECK(why.kind == "law");
    CHECK(why.arithmetic.find("9 november") != std::string::npos);
    CHECK_FALSE(why.label.empty());
}

TEST_CASE("each event and rule that a form names is one of the deadlines, and what its row says names neither form nor "
          "person")
{
    const std::string other = agendaReasonText(actReason("of.another.version"), Language::Swedish);
    const auto library = screening::InstrumentLibrary::forms().value();
    for (const auto &[id, form] : library.all()) {
        for (const screening::Question &question : form->questions()) {
            INFO(id << " " << question.linkId);
            const screening::DateUse &use = question.date;
            if (!use.starts.empty())
                CHECK(shippedDeadlineRules().event(use.starts) != nullptr);
            for (const auto &rules : {use.ends, use.replaces})
                for (const std::string &rule : rules)
                    CHECK(shippedDeadlineRules().rule(rule) != nullptr);
            for (const DeadlineRule &rule : shippedDeadlineRules().rules()) {
                const bool isShown = rule.audience == DeadlineAudience::Field && rule.sense == DeadlineSense::Latest
                                     && !rule.id.starts_with("lob.")
                                     && std::ranges::find(rule.start, use.starts) != rule.start.end();
                INFO(rule.id);
                if (isShown)
                    CHECK(agendaReasonText(actReason(rule.id), Language::Swedish) != other);
            }
        }
    }
    for (const char *word : {"LVM", "vräkning", "samtycke", "missbruk"})
        for (const DeadlineRule &rule : shippedDeadlineRules().rules())
            CHECK(agendaReasonText(actReason(rule.id), Language::Swedish).find(word) == std::string::npos);
}
