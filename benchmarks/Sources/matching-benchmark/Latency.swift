import Records

/// How long passengers take who are screened one by one, by a matcher that has seen nobody before.
struct Latency {
  /// So many are timed, spread evenly over all.
  static let count = 10_000

  /// Microseconds.
  private(set) var median = 0.0
  private(set) var percentile99 = 0.0
  private(set) var longest = 0.0

  init() {}

  /// - Parameter time: takes the place among those who are timed, the number in the batch, and a batch of
  ///   this passenger alone; gives seconds.
  init(_ batch: PassengerBatch, time: (Int, Int, PassengerBatch) -> Double) {
    let numbers = stride(
      from: 0, to: batch.passengers.count, by: max(1, batch.passengers.count / Latency.count))
    var one = batch
    let micros = numbers.enumerated().map { place, number in
      one.passengers = [batch.passengers[number]]
      return time(place, number, one) * 1e6
    }.sorted()
    median = micros[micros.count / 2]
    percentile99 = micros[micros.count * 99 / 100]
    longest = micros[micros.count - 1]
  }
}
