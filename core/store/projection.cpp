#include "core/store/projection.h"

namespace faltakt::store {

std::string RecordView::text(std::string_view field) const
{
    const auto *value = fields.find(field);
    return value && value->string() ? *value->string() : std::string();
}

std::vector<std::string> RecordView::allTexts(std::string_view field) const
{
    std::vector<std::string> texts{text(field)};
    for (const auto &[name, value] : otherValues)
        if (name == field && value.string())
            texts.push_back(*value.string());
    return texts;
}

std::int64_t RecordView::integer(std::string_view field, std::int64_t otherwise) const
{
    const auto *value = fields.find(field);
    return value && value->integer() ? *value->integer() : otherwise;
}

bool RecordView::boolean(std::string_view field, bool otherwise) const
{
    const auto *value = fields.find(field);
    return value && value->boolean() ? *value->boolean() : otherwise;
}

std::optional<base::Instant> RecordView::instant(std::string_view field) const
{
    const auto parsed = base::parseInstant(text(field));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<base::Date> RecordView::date(std::string_view field) const
{
    const auto parsed = base::parseDate(text(field));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

} // namespace faltakt::store
