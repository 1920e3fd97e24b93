/// The program's version (semantic versioning); part of every run's identity.
public enum ProgramVersion {
  public static let current = "0.1.0"
}
