// Any bytes as an expression: the parser answers with an expression or an error that begins with a position. What it
// reads is evaluated over a small response, with few steps: it ends, with values or an error that begins with a position.
#include "core/screening/expression.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace faltakt;
using namespace faltakt::screening;

namespace {

/// A broken promise is a find like a crash.
void expect(bool promise)
{
    if (!promise)
        std::abort();
}

const base::json::Value &response()
{
    static const base::json::Value Response = base::json::parse(R"json({"resourceType":"QuestionnaireResponse","item":[
{"linkId":"1","answer":[{"valueCoding":{"code":"often","display":"ofta"}},{"valueCoding":{"code":"never"}}]},
{"linkId":"2","answer":[{"valueInteger":7,"item":[{"linkId":"2.1","answer":[{"valueDate":"2026-11"}]}]}]},
{"linkId":"3","answer":[{"extension":[{"url":"urn:x","valueCode":"asked-declined"}]}]},
{"linkId":"4","answer":[{"valueDateTime":"2026-11-26T10:00:00Z"}]},{"linkId":"5","answer":[{"valueInteger":"seven"}]},
{"linkId":"g","item":[{"linkId":"g.1","answer":[{"valueDecimal":2.5}]},{"linkId":"g.2","answer":[{"valueBoolean":true}]}]},
{"linkId":"r","item":[{"linkId":"r.1","answer":[{"valueString":"ja"}]}]},
{"linkId":"r","item":[{"linkId":"r.1","answer":[{"valueString":"Ja"}]}]}]})json")
                                                  .value();
    return Response;
}

void evaluate(const Expression &expression, const base::json::Value *context)
{
    ExpressionEnvironment environment;
    environment.resource = &response();
    environment.context = context;
    environment.variables["a"] = {std::int64_t(3), 0.5, std::string("ja"), true, ExpressionDate{2026, 11, 0}};
    environment.variables["b"];
    environment.weight = [](std::string_view linkId, std::string_view, std::string_view) -> std::optional<double> {
        return linkId == "1" ? std::optional(1.5) : std::nullopt;
    };
    environment.maxSteps = 20'000;
    const auto values = expression.evaluate(environment);
    expect(values.has_value() || values.error().detail().starts_with("position "));
    if (!values)
        return;
    (void)toBoolean(*values).has_value();
    (void)toInteger(*values).has_value();
    (void)toDecimal(*values).has_value();
    for (const ExpressionValue &value : *values) {
        if (const auto *const date = std::get_if<ExpressionDate>(&value))
            expect(ExpressionDate::read(date->toString()) == *date);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto expression = Expression::parse(text);
    if (!expression) {
        expect(expression.error().detail().starts_with("position "));
        return 0;
    }
    expect(expression->linkIds().has_value() != expression->reach().everything);
    evaluate(*expression, nullptr);
    evaluate(*expression, &response().find("item")->array()->back());
    return 0;
}
