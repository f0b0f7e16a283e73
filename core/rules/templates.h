#pragma once

#include "core/rules/profile.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// What comes with the program, compiled in: assets/templates.
[[nodiscard]] std::string_view shippedTemplateText();
/// Reads a file of templates by the rules of a profile's: what can lie open names neither unit nor reason. InvalidInput with
/// "path: reason", Unsupported for a newer format.
[[nodiscard]] base::Result<std::vector<ProfileTemplate>> readTemplates(std::string_view text);
/// The product's own, read once; a fault in them is a mistake of the build and shows in the tests.
[[nodiscard]] const std::vector<ProfileTemplate> &shippedTemplates();

/// The municipality's template of that code, otherwise the product's; nullptr where neither has one for that use.
[[nodiscard]] const ProfileTemplate *templateOf(const Profile &profile, std::string_view code, TemplateUse use);
/// All of one use: the product's in their order, each as the municipality has it, then the municipality's own.
[[nodiscard]] std::vector<ProfileTemplate> templatesFor(const Profile &profile, TemplateUse use);

/// What goes where a template has "{name}".
using TemplateWords = std::map<std::string, std::string, std::less<>>;
/// The text with its places filled in. A place without words stays as a line to write on, and is named in `missing`.
[[nodiscard]] std::string filledIn(std::string_view text, const TemplateWords &words,
                                   std::vector<std::string> &missing);

} // namespace faltakt::rules
