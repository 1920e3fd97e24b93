import FuzzProperties

nonisolated(unsafe) private let run = FuzzRun("XML")

/// libFuzzer calls this with one input after the other.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXML(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  run.take(UnsafeBufferPointer(start: bytes, count: count))
  return 0
}
