#pragma once

namespace faltakt::server {

/// Takes as many open files as the system lets this process have: each connection is one, and the usual bound of 1,024 is
/// below the connections that the server admits.
void raiseOpenFiles();

} // namespace faltakt::server
