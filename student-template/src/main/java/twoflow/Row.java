package twoflow;

/** One message of a CSV file. */
public record Row(String timestamp, String speaker, String flow, String message) {}
