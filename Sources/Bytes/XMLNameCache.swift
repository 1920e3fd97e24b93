internal import CLibXML2

/// What is known of names by the address that libxml2's dictionary gives each name for the life of its
/// context: most names of a document come again and again.
struct XMLNameCache<Value> {
  private static var slots: Int { 256 }
  private var addresses: [UInt]
  private var values: [Value]

  /// - Parameter value: what is known of no name.
  init(_ value: Value) {
    addresses = [UInt](repeating: 0, count: Self.slots)
    values = [Value](repeating: value, count: Self.slots)
  }

  /// - Parameter make: gives the value of a name that is not known yet.
  @inline(__always)
  mutating func value(
    _ name: UnsafePointer<xmlChar>, _ make: (UnsafePointer<xmlChar>) -> Value
  ) -> Value {
    // Sound: the address is compared, not followed.
    let address = UInt(bitPattern: name)
    let slot = Int((address ^ address >> 7) % UInt(Self.slots))
    if addresses[slot] != address {
      addresses[slot] = address
      values[slot] = unsafe make(name)
    }
    return values[slot]
  }
}
