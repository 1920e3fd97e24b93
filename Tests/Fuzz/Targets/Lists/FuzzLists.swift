import FuzzProperties

nonisolated(unsafe) private let run = FuzzRun("Lists")

/// libFuzzer calls this with one input after the other.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLists(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  run.take(UnsafeBufferPointer(start: bytes, count: count))
  return 0
}
