/** In the place of Slidev's client for annotated code. */
export default { install() {} }
