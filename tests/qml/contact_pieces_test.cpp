// What the pages about contacts are put together from, without store and screen.
#include "qml/viewmodels/contact/attempt_form.h"
#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/contact/guided_talk_view_model.h"
#include "qml/viewmodels/form/choice_list_model.h"
#include "qml/viewmodels/form/moment_picker.h"

#include "core/casework/record_codes.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <set>

using namespace faltakt;
using namespace faltakt::viewmodels;

namespace {

QString u(const char *text) { return QString::fromUtf8(text); }

/// A Friday, 13:07 in Sweden.
const base::Instant Now = *base::parseInstant("2026-10-16T11:07:00Z");

struct Picking {
    base::ManualClock clock{Now};
    MomentPicker picker;
    explicit Picking(MomentPicker::Direction direction) : picker(clock, direction) {}

    [[nodiscard]] std::string moment() const
    {
        const auto moment = picker.moment();
        return moment ? base::formatInstant(*moment) : "none";
    }
};

} // namespace

TEST_CASE("what repeated reports call for cites the law of the day of the decision")
{
    const base::Date before = *base::parseDate("2025-06-30");
    const base::Date after = *base::parseDate("2025-07-01");
    CHECK(repeatText(3, true, false, before).contains(QStringLiteral("SoL 11:1 (2001:453)")));
    CHECK(repeatText(3, true, false, after).contains(QStringLiteral("SoL 14:2")));
    CHECK(repeatText(3, true, true, after).contains(u("prata med teamledaren om LVM 7 §.")));
    CHECK(repeatText(3, true, true, after).startsWith(QStringLiteral("Rapport 3 ")));
    CHECK_FALSE(repeatText(2, false, true, after).contains(QStringLiteral("SoL")));
}

TEST_CASE("the days offered ahead are today, tomorrow and the next three working days")
{
    Picking picking(MomentPicker::Direction::Ahead);
    CHECK(picking.picker.dayNames()
          == QStringList{u("I dag"), u("I morgon"), u("Mån 19 oktober"), u("Tis 20 oktober"), u("Ons 21 oktober"),
                         u("Annat datum")});
}

TEST_CASE("a day and a time by chips name a moment of the Swedish clock")
{
    Picking picking(MomentPicker::Direction::Ahead);
    picking.picker.chooseDay(2);
    picking.picker.chooseTime(picking.picker.timeNames().indexOf(u("16:30")));
    CHECK(picking.moment() == "2026-10-19T14:30:00Z");
}

TEST_CASE("a written day and time are understood in the ways people write them")
{
    const auto [day, time, expected] =
        GENERATE(table<const char *, const char *, const char *>({{"2026-10-23", "16:30", "2026-10-23T14:30:00Z"},
                                                                  {"23/10", "1630", "2026-10-23T14:30:00Z"},
                                                                  {"23.10", "9", "2026-10-23T07:00:00Z"},
                                                                  {"3/1", "08.15", "2027-01-03T07:15:00Z"}}));
    Picking picking(MomentPicker::Direction::Ahead);
    picking.picker.editDay(u(day));
    picking.picker.editTime(u(time));
    CHECK(picking.moment() == expected);
}

TEST_CASE("what is no day, no time, or on the wrong side of now is said and names no moment")
{
    Picking ahead(MomentPicker::Direction::Ahead);
    CHECK_FALSE(ahead.picker.check());
    CHECK(ahead.picker.problem() == QStringLiteral("Välj en dag."));
    ahead.picker.editDay(u("31/2"));
    ahead.picker.editTime(u("16:30"));
    CHECK_FALSE(ahead.picker.check());
    CHECK(ahead.moment() == "none");
    ahead.picker.chooseDay(0);
    ahead.picker.editTime(u("9"));
    CHECK_FALSE(ahead.picker.check());
    CHECK(ahead.picker.problem() == QStringLiteral("Tiden har redan varit. Välj en senare."));

    Picking past(MomentPicker::Direction::Past);
    past.picker.chooseDay(0);
    past.picker.editTime(u("23:00"));
    CHECK_FALSE(past.picker.check());
    CHECK(past.picker.problem() == QStringLiteral("Datumet är i framtiden. Ange när det var."));
}

TEST_CASE("a chosen moment that no chip holds stands in the fields")
{
    Picking picking(MomentPicker::Direction::Ahead);
    picking.picker.setMoment(*base::parseInstant("2026-12-01T12:15:00Z"));
    CHECK(picking.picker.isOtherDay());
    CHECK(picking.picker.otherDay() == u("2026-12-01"));
    CHECK(picking.picker.otherTime() == u("13:15"));
    CHECK(picking.moment() == "2026-12-01T12:15:00Z");
}

TEST_CASE("a press on a choice only tells; what is chosen is set by the owner")
{
    ChoiceListModel choices;
    choices.setChoices({{"a", u("A")}, {"b", u("B")}});
    std::string picked;
    QObject::connect(&choices, &ChoiceListModel::picked, [&](const std::string &code) { picked = code; });
    choices.choose(1);
    CHECK(picked == "b");
    CHECK(choices.chosenIndex() == -1);
    choices.setChosen("b");
    CHECK(choices.chosenIndex() == 1);
    choices.choose(7);
    CHECK(picked == "b");
}

TEST_CASE("every outcome of a call has a button, once, with its own words")
{
    for (const base::Language language : {base::Language::Swedish, base::Language::English}) {
        Choices all = callerChoices(language);
        for (const Choices &more : {callOutcomes(language), moreCallOutcomes(language)})
            all.insert(all.end(), more.begin(), more.end());
        std::set<QString> words;
        for (const ChoiceListModel::Choice &choice : all) {
            CHECK_FALSE(choice.iconName.isEmpty());
            words.insert(choice.text);
        }
        CHECK(words.size() == all.size());
        CHECK(all.size() == casework::codes::ContactOutcome.size() + 2);
    }
}

TEST_CASE("a municipality's own outcomes are what is offered, in its order and by its names")
{
    const base::Language language = base::Language::Swedish;
    rules::ProfileOutcomes own;
    own.codes = {{"declined", {}},
                 {"noAnswer", {.swedish = "Tutade bara", .english = "Only rang"}},
                 {"callLater", {}},
                 {"reached", {}},
                 {"deceased", {}}};
    const auto codesOf = [](const Choices &choices) {
        std::vector<std::string> codes;
        for (const ChoiceListModel::Choice &choice : choices)
            codes.push_back(choice.code);
        return codes;
    };
    using Codes = std::vector<std::string>;
    Choices call = callOutcomes(language, own);
    const auto firstOnes = std::min(callOutcomes(language).size(), std::size_t(4));
    CHECK(call.size() == firstOnes);
    REQUIRE(call.size() >= 2);
    CHECK(call[0].code == "declined");
    CHECK(call[1].text == u("Tutade bara"));
    CHECK(callOutcomes(base::Language::English, own)[1].text == u("Only rang"));
    const Choices more = moreCallOutcomes(language, own);
    call.insert(call.end(), more.begin(), more.end());
    CHECK(codesOf(call) == Codes{"declined", "noAnswer", "callLater", "deceased", "otherWay"});
    CHECK(codesOf(outcomesOf("visit", language, own)) == Codes{"declined", "noAnswer", "callLater", "reached"});
    CHECK(outcomesOf("letter", language, own).empty());

    rules::ProfileOutcomes results;
    results.codes = {{"passedToChildUnit", {}}, {"declined", {}}, {"didNotFit", {}}};
    CHECK(codesOf(talkResults(false, language, results)) == Codes{"passedToChildUnit", "declined", "didNotFit"});
    CHECK(codesOf(talkResults(true, language, results)) == Codes{"passedToChildUnit", "declined", "didNotFit"});
}

TEST_CASE("a form comes back from its fields as it was")
{
    AttemptForm form;
    form.step = "guide";
    form.started = Now;
    form.outcome = "reached";
    form.alone = "yes";
    form.children = "worry";
    form.result = "tookAdvice";
    form.mayContactAgain = "yes";
    form.next = "other";
    form.nextAt = Now + std::chrono::hours(48);
    form.closePerson = "yes";
    form.advice = "advising 10";
    form.agreesToNext = "no";
    form.againWhen = "quarter";
    form.ownWish = "Vill minska";
    form.text = "Pratade i tio minuter";
    form.guideStep = 4;
    const base::json::Object fields = toJson(form);
    CHECK(toJson(readAttemptForm(fields)) == fields);
    CHECK(readAttemptForm({}).isUntouched());
    CHECK_FALSE(readAttemptForm(fields).isUntouched());
}

TEST_CASE("the guided talk has its steps; those on children and safety wait until one can talk freely")
{
    AttemptForm form;
    GuidedTalkViewModel guide(form);
    CHECK(guide.count() == 13);
    CHECK(guide.startText().contains(QStringLiteral("13")));
    int withheld = 0;
    for (int step = 0; step < guide.count(); ++step) {
        form.guideStep = step;
        form.alone = "";
        withheld += guide.isWithheld() ? 1 : 0;
        CHECK(guide.lines().isEmpty() == guide.isWithheld());
        form.alone = "yes";
        CHECK_FALSE(guide.isWithheld());
        CHECK_FALSE(guide.lines().isEmpty());
    }
    CHECK(withheld == 2);
}
