#include "core/rules/templates.h"

#include "core/rules/profile_member_reader.h"
#include "core/rules/profile_part_readers.h"

#include <algorithm>

namespace faltakt::rules {

using base::Result;

namespace {

constexpr int SupportedFormat = 1;
constexpr int MaxVersion = 1'000'000;
constexpr std::string_view Blank = "__________";

const ProfileTemplate *find(const std::vector<ProfileTemplate> &templates, std::string_view code, TemplateUse use)
{
    const auto found = std::ranges::find_if(
        templates, [&](const ProfileTemplate &each) { return each.code == code && each.use == use; });
    return found == templates.end() ? nullptr : &*found;
}

} // namespace

Result<std::vector<ProfileTemplate>> readTemplates(std::string_view text)
{
    TRY(const base::json::Value value, base::json::parse(text));
    TRY(const PathReader reader, PathReader::open(value));
    TRY_VOID(reader.allowOnly({"$schema", "format", "version", "templates"}));
    TRY(const int format, reader.integer("format", 1, MaxVersion));
    if (format != SupportedFormat)
        return base::fail(base::ErrorCode::Unsupported, "format: written for a newer version of the program");
    TRY_VOID(reader.integer("version", 1, MaxVersion));
    TRY(const auto elements, reader.objects("templates", ProfileListLength));
    std::vector<ProfileTemplate> templates;
    for (const PathReader &element : elements) {
        TRY(ProfileTemplate written, readProfileTemplate(element, {}));
        TRY(written.code, element.code("code"));
        TRY_VOID(readStatement(element, {}, written));
        if (std::ranges::find(templates, written.code, &ProfileTemplate::code) != templates.end())
            return element.refuse("code", "is there twice");
        templates.push_back(std::move(written));
    }
    return templates;
}

const std::vector<ProfileTemplate> &shippedTemplates()
{
    static const std::vector<ProfileTemplate> Templates =
        readTemplates(shippedTemplateText()).value_or(std::vector<ProfileTemplate>());
    return Templates;
}

const ProfileTemplate *templateOf(const Profile &profile, std::string_view code, TemplateUse use)
{
    const ProfileTemplate *own = find(profile.templates, code, use);
    return own ? own : find(shippedTemplates(), code, use);
}

std::vector<ProfileTemplate> templatesFor(const Profile &profile, TemplateUse use)
{
    std::vector<ProfileTemplate> all;
    for (const ProfileTemplate &shipped : shippedTemplates())
        if (shipped.use == use)
            all.push_back(*templateOf(profile, shipped.code, use));
    for (const ProfileTemplate &own : profile.templates)
        if (own.use == use && std::ranges::find(all, own.code, &ProfileTemplate::code) == all.end())
            all.push_back(own);
    return all;
}

std::string filledIn(std::string_view text, const TemplateWords &words, std::vector<std::string> &missing)
{
    std::string filled;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        filled += text.substr(0, close == std::string_view::npos ? text.size() : open);
        if (close == std::string_view::npos)
            break;
        const std::string_view place = text.substr(open + 1, close - open - 1);
        const auto word = words.find(place);
        if (word != words.end() && !word->second.empty()) {
            filled += word->second;
        } else {
            filled += Blank;
            if (std::ranges::find(missing, place) == missing.end())
                missing.emplace_back(place);
        }
        text.remove_prefix(close + 1);
    }
    return filled;
}

} // namespace faltakt::rules
