import Glibc

/// The system's words for the current `errno`, as strerror(3) gives them.
public func systemReason() -> String {
  // Sound: strerror returns a terminated text that is copied before anything else can replace it.
  unsafe String(cString: strerror(errno))
}
