#include "core/rules/deadline_keys.h"

#include <charconv>

namespace faltakt::rules {

namespace {

using base::Result;

tl::unexpected<base::Error> refuse(const std::string &key, const std::string &reason)
{
    return base::fail(base::ErrorCode::InvalidInput, key + ": " + reason);
}

bool isWithin(const DeadlineKey &key, int value)
{
    return (!key.minimum || value >= *key.minimum) && (!key.maximum || value <= *key.maximum);
}

std::string numberWanted(const DeadlineKey &key)
{
    std::string words = "must be a whole number";
    if (key.minimum)
        words += " from " + std::to_string(*key.minimum);
    if (key.maximum)
        words += " to " + std::to_string(*key.maximum);
    return words;
}

std::string keysWanted(const DeadlineRule &rule)
{
    std::string names;
    for (const DeadlineKey &key : rule.keys)
        names += (names.empty() ? "" : ", ") + key.name;
    return names.empty() ? "this rule takes none" : "this rule takes " + names;
}

Result<KeyValue> readValue(const DeadlineKey &key, const std::string &text)
{
    if (key.type == KeyType::YesNo) {
        if (text != "yes" && text != "no")
            return refuse(key.name, "must be yes or no");
        return KeyValue(text == "yes");
    }
    if (key.type == KeyType::Day) {
        const auto day = base::parseDate(text);
        if (!day)
            return refuse(key.name, "must be an existing day as YYYY-MM-DD");
        return KeyValue(*day);
    }
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !isWithin(key, value))
        return refuse(key.name, numberWanted(key));
    return KeyValue(value);
}

bool fits(const DeadlineKey &key, const KeyValue &value)
{
    switch (key.type) {
    case KeyType::YesNo: return std::holds_alternative<bool>(value);
    case KeyType::Day: return std::holds_alternative<base::Date>(value);
    case KeyType::Integer: break;
    }
    const int *number = std::get_if<int>(&value);
    return number && isWithin(key, *number);
}

} // namespace

Result<KeyValues> readDeadlineKeys(const DeadlineRule &rule,
                                   const std::map<std::string, std::string, std::less<>> &written)
{
    KeyValues values;
    for (const auto &[name, text] : written) {
        const DeadlineKey *key = rule.key(name);
        if (!key)
            return refuse("keys", keysWanted(rule));
        TRY(KeyValue value, readValue(*key, text));
        values.emplace(name, value);
    }
    TRY_VOID(checkDeadlineKeys(rule, values));
    return values;
}

Result<void> checkDeadlineKeys(const DeadlineRule &rule, const KeyValues &values)
{
    for (const auto &[name, value] : values) {
        const DeadlineKey *key = rule.key(name);
        if (!key)
            return refuse(name, "is no key of this rule");
        if (!fits(*key, value))
            return refuse(name, "has a value that this rule does not take");
    }
    for (const DeadlineKey &key : rule.keys) {
        if (key.isRequired && !values.contains(key.name))
            return refuse(key.name, "this rule needs it");
    }
    return {};
}

} // namespace faltakt::rules
