/** Stands for a component that we only mount, such as Slidev's print page. */
import type { DefineComponent } from 'vue'

declare const component: DefineComponent
export default component
