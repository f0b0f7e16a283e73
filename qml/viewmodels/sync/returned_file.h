#pragma once

#include "qml/viewmodels/form/file_offer.h"
#include "qml/viewmodels/shell/line_list_model.h"

#include "core/base/language.h"

namespace faltakt::viewmodels {

/// Offers a change that the server did not take as a file to take elsewhere: what its line says, and no more.
void offerReturned(FileOffer &offer, const LineListModel::Line &line, base::Language language);

} // namespace faltakt::viewmodels
