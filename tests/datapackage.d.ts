/** What the tests use of the reference implementation of Data Packages, which has no types. */
declare module 'datapackage' {
  interface Problem { readonly message: string }

  export class Package {
    static load(descriptor: object, options?: { strict?: boolean }): Promise<Package>
    readonly valid: boolean
    readonly errors: readonly Problem[]
  }

  export class Resource {
    static load(descriptor: object): Promise<Resource>
    /** @throws where a row is not what its schema says */
    read(options?: { cast?: boolean }): Promise<unknown[][]>
  }
}
