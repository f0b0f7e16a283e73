// Expressions against fhirpath.js: the same expressions on the same responses have the same values, in the same order.
#include "core/screening/expression.h"
#include "tests/differential/expression_grammar.h"
#include "tests/differential/known_differences.h"
#include "tests/differential/response_maker.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

using namespace faltakt;
using namespace faltakt::screening;
using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

constexpr int PatienceMs = 240'000;
const std::string Folder = FALTAKT_SOURCE_DIR "/tests/differential/";

struct Case {
    std::string expression;
    std::size_t response = 0;
    std::string context; ///< Link id of the item that it stands on; empty for the response.
};

/// What both sides know under a per cent sign.
const Object Variables{{"two", 2},         {"half", 0.5}, {"none", Array{}}, {"many", Array{1, 2, 2.5, 4}},
                       {"word", "ångest"}, {"sure", true}};

ExpressionValue valueOf(const Value &json)
{
    if (const bool *const truth = json.boolean())
        return *truth;
    if (const auto *const integer = json.integer())
        return *integer;
    if (const auto *const text = json.string())
        return *text;
    return json.number();
}

Value jsonOf(const ExpressionValue &value)
{
    return std::visit(
        [](const auto &own) -> Value {
            using Own = std::decay_t<decltype(own)>;
            if constexpr (std::is_same_v<Own, ExpressionNode>) {
                return *own.value;
            } else if constexpr (std::is_same_v<Own, ExpressionDate>) {
                return own.toString();
            } else {
                return own;
            }
        },
        value);
}

const Value *itemWith(const Value &parent, std::string_view linkId)
{
    for (const char *const name : {"item", "answer"}) {
        const Value *const below = parent.find(name);
        if (!below || !below->array())
            continue;
        for (const Value &one : *below->array()) {
            if (one.stringAt("linkId") == linkId)
                return &one;
            if (const Value *const found = itemWith(one, linkId))
                return found;
        }
    }
    return nullptr;
}

/// Weights straight from the questionnaire, found without the code under test.
std::optional<double> weightIn(const Value &questionnaire, std::string_view linkId, std::string_view code)
{
    const Value *const item = itemWith(questionnaire, linkId);
    REQUIRE(item);
    const Value *const options = item->find("answerOption");
    if (!options)
        return {};
    for (const Value &option : *options->array()) {
        if (option.find("valueCoding")->stringAt("code") != code)
            continue;
        const Value *const extensions = option.find("extension");
        return extensions ? std::optional(extensions->array()->front().find("valueDecimal")->number()) : std::nullopt;
    }
    return {};
}

/// Numbers alike to the last digits that two mathematics libraries agree on, everything else exactly.
bool alike(const Value &one, const Value &other)
{
    if (one.isNumber() && other.isNumber()) {
        const double larger = std::max({1.0, std::abs(one.number()), std::abs(other.number())});
        return std::abs(one.number() - other.number()) <= 1e-13 * larger;
    }
    const auto *const left = one.array();
    const auto *const right = other.array();
    return left && right ? std::ranges::equal(*left, *right, alike) : one == other;
}

class Bench {
public:
    explicit Bench(std::uint64_t seed)
    {
        test::Dice dice(seed);
        for (int i = 0; i < 24; ++i)
            m_responses.push_back(test::makeResponse(dice));
        for (const auto &[name, value] : Variables) {
            ExpressionValues &values = m_environment.variables[name];
            if (const Array *const several = value.array()) {
                std::ranges::transform(*several, std::back_inserter(values), valueOf);
            } else {
                values.push_back(valueOf(value));
            }
        }
        m_environment.weight = [this](std::string_view linkId, std::string_view, std::string_view code) {
            return weightIn(m_questionnaire, linkId, code);
        };
    }

    [[nodiscard]] std::size_t responses() const { return m_responses.size(); }
    [[nodiscard]] bool canStand(const Case &one) const
    {
        return one.context.empty() || itemWith(m_responses[one.response], one.context);
    }

    /// An array of values, or a text that begins with "error".
    Value ours(const Case &one)
    {
        const auto expression = Expression::parse(one.expression);
        if (!expression)
            return "error: " + expression.error().detail();
        m_environment.resource = &m_responses[one.response];
        m_environment.context = one.context.empty() ? nullptr : itemWith(m_responses[one.response], one.context);
        const auto values = expression->evaluate(m_environment);
        if (!values)
            return "error: " + values.error().detail();
        Array written;
        std::ranges::transform(*values, std::back_inserter(written), jsonOf);
        return written;
    }

    /// The other side's, all in one process.
    [[nodiscard]] std::vector<Value> theirs(const std::vector<Case> &cases) const
    {
        const test::TemporaryFolder folder;
        const std::string asked = folder.path() + "/cases";
        const std::string told = folder.path() + "/results";
        std::ofstream file(asked);
        file << serialise(m_questionnaire) << '\n' << serialise(Array(m_responses)) << '\n';
        for (const Case &one : cases) {
            file << serialise(Object{{"expression", one.expression},
                                     {"response", std::int64_t(one.response)},
                                     {"context", one.context},
                                     {"variables", Variables}})
                 << '\n';
        }
        file.close();
        QProcess node;
        node.setProcessChannelMode(QProcess::ForwardedChannels);
        node.start(QStringLiteral("node"), {QString::fromStdString(Folder + "fhirpath_peer.mjs"),
                                            QString::fromStdString(asked), QString::fromStdString(told)});
        REQUIRE(node.waitForFinished(PatienceMs));
        REQUIRE(node.exitCode() == 0);
        std::vector<Value> results;
        std::ifstream lines(told);
        for (std::string line; std::getline(lines, line);) {
            const Value result = base::json::parse(line, {.maxBytes = 1 << 22, .maxDepth = 64}).value();
            const Value *const values = result.find("values");
            results.push_back(values ? *values : Value("error: " + result.stringAt("error")));
        }
        REQUIRE(results.size() == cases.size());
        return results;
    }

private:
    Value m_questionnaire = test::expressionQuestionnaire();
    std::vector<Value> m_responses;
    ExpressionEnvironment m_environment;
};

/// Says so where the other side is not here; ctest then shows the test as skipped.
bool hasPeer()
{
    const bool here = std::filesystem::exists(Folder + "node_modules/fhirpath")
                      && !QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty();
    if (!here)
        std::cout << "skipped: fhirpath.js or node is not here; ./dev setup fetches them\n";
    return here;
}

bool isError(const Value &result) { return result.isString(); }

/// Both refuse, or both have the same values.
bool agree(const Value &ours, const Value &theirs)
{
    return isError(ours) || isError(theirs) ? isError(ours) && isError(theirs) : alike(ours, theirs);
}

std::string told(const Case &one, const Value &ours, const Value &theirs)
{
    return one.expression + "\n  on response " + std::to_string(one.response) + " " + one.context
           + "\n  ours:   " + serialise(ours) + "\n  theirs: " + serialise(theirs);
}

struct Tally {
    std::size_t cases = 0;
    std::size_t errors = 0;
    std::size_t empty = 0;
};

Tally compareAll(Bench &bench, const std::vector<Case> &cases)
{
    const std::vector<Value> theirs = bench.theirs(cases);
    Tally tally{cases.size()};
    std::size_t differences = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Value ours = bench.ours(cases[i]);
        tally.errors += isError(ours);
        tally.empty += ours.array() && ours.array()->empty();
        if (agree(ours, theirs[i]))
            continue;
        if (++differences <= 40)
            std::cout << told(cases[i], ours, theirs[i]) << "\n";
    }
    std::cout << tally.cases << " cases, " << tally.errors << " errors on both sides, " << tally.empty
              << " empty results, " << differences << " differences\n";
    CHECK(differences == 0);
    return tally;
}

std::vector<Case> pickedCases(const Bench &bench)
{
    std::vector<Case> cases;
    std::ifstream lines(Folder + "expressions.txt");
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with('#'))
            continue;
        std::string context;
        if (line.starts_with('[')) {
            context = line.substr(1, line.find(']') - 1);
            line.erase(0, line.find(']') + 2);
        }
        for (std::size_t response = 0; response < bench.responses(); ++response) {
            Case one{line, response, context};
            if (bench.canStand(one))
                cases.push_back(std::move(one));
        }
    }
    return cases;
}

/// Another seed for a longer search: FALTAKT_SEED=7 FALTAKT_CASES=50000.
std::uint64_t numberIn(const char *variable, std::uint64_t otherwise)
{
    const char *const text = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): one thread
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

} // namespace

TEST_CASE("picked expressions have the values that fhirpath.js gives them")
{
    if (!hasPeer())
        return;
    Bench bench(1);
    const Tally tally = compareAll(bench, pickedCases(bench));
    // A list that is not read, or means nothing, must not pass.
    CHECK(tally.cases > 5000);
    CHECK(tally.errors + tally.empty < tally.cases / 2);
}

TEST_CASE("what means another thing to fhirpath.js is known, with its reason")
{
    if (!hasPeer())
        return;
    Bench bench(1);
    std::vector<Case> cases;
    for (const test::KnownDifference &known : test::KnownDifferences)
        cases.push_back({known.expression, known.response, {}});
    const std::vector<Value> theirs = bench.theirs(cases);
    const auto written = [](const Value &result) { return isError(result) ? "error" : serialise(result); };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const test::KnownDifference &known = test::KnownDifferences.at(i);
        const Value ours = bench.ours(cases[i]);
        INFO(told(cases[i], ours, theirs[i]) << "\n  " << known.reason);
        CHECK(written(ours) == known.ours);
        CHECK(written(theirs[i]) == known.theirs);
        CHECK_FALSE(agree(ours, theirs[i]));
    }
}

TEST_CASE("generated expressions have the values that fhirpath.js gives them")
{
    if (!hasPeer())
        return;
    const std::uint64_t seed = numberIn("FALTAKT_SEED", 1);
    const std::uint64_t count = numberIn("FALTAKT_CASES", 4000);
    Bench bench(seed);
    test::Dice dice(seed);
    test::ExpressionGrammar grammar(dice);
    std::vector<Case> cases;
    for (std::uint64_t i = 0; i < count; ++i)
        cases.push_back({grammar.expression(), dice.upTo(bench.responses()), {}});
    const Tally tally = compareAll(bench, cases);
    CHECK(tally.errors < tally.cases / 5);
    CHECK(tally.errors + tally.empty < tally.cases * 2 / 3);
}
