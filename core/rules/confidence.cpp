#include "core/rules/confidence.h"

namespace faltakt::rules {

base::Result<Confidence> readConfidence(const PathReader &reader, std::string_view name)
{
    TRY(const std::string code, reader.text(name, 20));
    if (code == "primary")
        return Confidence::Primary;
    if (code == "secondary")
        return Confidence::Secondary;
    if (code == "unconfirmed")
        return Confidence::Unconfirmed;
    return reader.refuse(name, "must be primary, secondary or unconfirmed");
}

std::string_view confidenceName(Confidence confidence) noexcept
{
    switch (confidence) {
    case Confidence::Primary: return "primary";
    case Confidence::Secondary: return "secondary";
    case Confidence::Unconfirmed: break;
    }
    return "unconfirmed";
}

} // namespace faltakt::rules
