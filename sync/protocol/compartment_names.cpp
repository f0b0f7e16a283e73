#include "sync/protocol/compartment_names.h"

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::CompartmentSet;
namespace json = base::json;

json::Array encodeCompartments(CompartmentSet compartments)
{
    json::Array names;
    for (const std::string_view name : compartments.names())
        names.emplace_back(name);
    return names;
}

Result<CompartmentSet> readCompartments(const json::Value &value)
{
    TRY(const json::Array *names, value.requireArray("compartments"));
    CompartmentSet compartments;
    for (const json::Value &name : *names) {
        if (!name.string())
            return fail(ErrorCode::InvalidInput, "compartments must hold names");
        if (const auto compartment = changelog::compartmentFromName(*name.string()))
            compartments = compartments | CompartmentSet{*compartment};
    }
    return compartments;
}

} // namespace faltakt::protocol
