/**
 * What lets time pass in a session and answers every call. Importing this entry is enough: it says how
 * worlds begin, puts the controllers to work and adds the operations.
 */
import { buildWorld } from "./build-world.ts";
import { installHandlers } from "./controllers/handler-book.ts";
import { HANDLERS } from "./controllers/handlers.ts";
import { installOperations } from "./operations/operation-book.ts";
import { serviceOperations } from "./operations/services.ts";
import { installWorlds } from "./world-book.ts";

installHandlers(HANDLERS);
installOperations(serviceOperations);
installWorlds(buildWorld);
