/** A reference to an image, taken apart the way a container runtime does. */
export interface ImageReference {
  /** Host that answers for the image: `registry-1.docker.io`, `public.ecr.aws` ... */
  readonly host: string;
  /** With registry, without tag: `docker.io/library/nginx`. */
  readonly repository: string;
  /** Path below the registry: `library/nginx`. */
  readonly path: string;
  /** `latest` when neither tag nor digest is given. */
  readonly tag: string;
  readonly digest?: string;
  /** As error messages write it: `docker.io/library/nginx:latest`. */
  readonly full: string;
}
