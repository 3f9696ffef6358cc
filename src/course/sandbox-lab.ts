// The sandbox's lab as a module of its own, so that it can be asked for with its first moment, as `?begun`.

export { sandboxLab as default } from "@quayside/widgets/sandbox";
