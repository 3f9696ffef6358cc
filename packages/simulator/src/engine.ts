/** What lets time pass in a session. Importing this entry is enough: it puts the controllers to work. */
import { installHandlers } from "./controllers/handler-book.ts";
import { HANDLERS } from "./controllers/handlers.ts";

installHandlers(HANDLERS);
