/** In the place of a component that nothing in the deck ever shows. */
export default { render: () => null }
