import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
} from 'chart.js'

// The parts of Chart.js that the deck uses, and no others: each one more is weight on the first chart.
Chart.register(BarController, BarElement, LineController, LineElement, PointElement, CategoryScale, LinearScale, LogarithmicScale)

/** Chart.js with those parts. Import it when a chart is near, for it weighs as much as half of the deck. */
export { Chart }
