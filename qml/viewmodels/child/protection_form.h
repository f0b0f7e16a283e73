#pragma once

#include "core/base/instant.h"
#include "core/base/language.h"

#include <QString>

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace faltakt::viewmodels {

/// What stands in the fields of a form, by their names: codes of chips, typed texts, "yes" for a ticked box.
using ProtectionValues = std::map<std::string, std::string, std::less<>>;

/// One line of a form about children or protection, as a table states it. Texts are Swedish, of the context "ProtectionForms".
struct ProtectionItem {
    enum class Kind : std::uint8_t {
        Choice,  ///< chips, one of `codes`
        Line,    ///< one line of text
        Text,    ///< several lines
        Check,   ///< a box to tick
        Warning, ///< what goes before everything else, in the colour of danger
        Note,    ///< words that help
        Numbers, ///< numbers to ring, whose codes stand in `field`
    };
    Kind kind = Kind::Note;
    std::string_view field = {}; ///< Of the record; codes of contacts with spaces between them for Numbers.
    const char *label = "";
    const char *help = "";
    std::span<const std::string_view> codes = {};
    std::string_view when = {}; ///< "worry=yes" or "leaderTold=leader|onCall"; empty: always shown.
    const char *missing = "";   ///< Said where nothing was chosen or written; empty where that is all right.
};

/// A form of which the page of acts makes its lines: the same page for a child, a report of worry, a safety check. A value.
struct ProtectionForm {
    std::string_view name; ///< Of the form, and of the kind of record that it writes.
    const char *title = "";
    const char *saveText = "";
    std::string_view helpPage = {};
    std::span<const ProtectionItem> items;
    bool editsRecord = false; ///< Changes the record that it is about instead of making one.
    bool isSafe = false;      ///< About violence: behind a second tap.
};

/// nullptr for a name that this version does not know.
[[nodiscard]] const ProtectionForm *protectionForm(std::string_view name);
[[nodiscard]] std::span<const ProtectionForm> protectionForms();

/// Whether the line is to be seen with these values.
[[nodiscard]] bool isShown(const ProtectionItem &item, const ProtectionValues &values);
/// The value of a field; empty where it has none.
[[nodiscard]] std::string valueOf(const ProtectionValues &values, std::string_view field);
/// What is missing or wrong, by field, in words; of lines that are not shown nothing. `year` is the present one.
[[nodiscard]] std::map<std::string, QString> protectionFaults(const ProtectionForm &form,
                                                              const ProtectionValues &values, int year);
/// The words of a code: those of the record's field.
[[nodiscard]] QString protectionCodeText(const ProtectionForm &form, std::string_view field, std::string_view code,
                                         base::Language language);
/// Text of a table in the language of the app.
[[nodiscard]] QString protectionText(const char *text);

} // namespace faltakt::viewmodels
