/**
 * What lets time pass in a session and answers every call. Importing this entry is enough: it puts the controllers to
 * work and adds the operations.
 */
import { installHandlers } from "./controllers/handler-book.ts";
import { HANDLERS } from "./controllers/handlers.ts";
import { installOperations } from "./operations/operation-book.ts";
import { serviceOperations } from "./operations/services.ts";

installHandlers(HANDLERS);
installOperations(serviceOperations);
