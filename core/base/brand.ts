declare const brand: unique symbol;
/** A type that is `T` at run time and cannot be mixed up with another `T` at compile time. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
