import Glibc

/// Seconds of CPU time of this process, so that other work on the machine does not count.
public struct Measurement {
  public var median: Double
  public var least: Double

  public static func median(_ rounds: Int, _ body: () -> Int) -> Measurement {
    var times: [Double] = []
    var sum = body()
    for _ in 0..<rounds {
      let start = now()
      sum &+= body()
      times.append(now() - start)
    }
    // The sum is used, so that no pass can be left out.
    if sum == 0 { print("a pass found nothing") }
    times.sort()
    return Measurement(median: times[times.count / 2], least: times[0])
  }

  /// Seconds of CPU time of this process.
  public static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
