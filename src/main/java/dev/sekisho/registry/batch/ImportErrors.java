package dev.sekisho.registry.batch;

import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

/** What is wrong with many lines: the first {@value #LISTED} by line are kept, the rest is counted. */
public final class ImportErrors {
    public static final int LISTED = 100;

    private static final Comparator<Problem.FieldError> BY_LINE =
            Comparator.comparing(fault -> Objects.requireNonNullElse(fault.line(), 0));

    private final PriorityQueue<Problem.FieldError> first = new PriorityQueue<>(BY_LINE.reversed());
    private int count;

    public void add(int line, Problem.FieldError fault) {
        count++;
        first.add(new Problem.FieldError(fault.pointer(), fault.detail(), line));
        if (first.size() > LISTED) {
            first.poll();
        }
    }

    void add(int line, String pointer, String detail) {
        add(line, new Problem.FieldError(pointer, detail));
    }

    public boolean none() {
        return count == 0;
    }

    /** Ends the work with a problem that lists the faults, where there are any. */
    public void refuse(ProblemType type) {
        if (!none()) {
            List<Problem.FieldError> listed = first.stream().sorted(BY_LINE).toList();
            throw ProblemException.of(type, summary(listed.get(0)), listed);
        }
    }

    private String summary(Problem.FieldError fault) {
        String pointer = Objects.requireNonNullElse(fault.pointer(), "");
        String where = fault.detail().startsWith(pointer) ? "" : pointer + " ";
        String start = "Line " + fault.line() + ": " + where + fault.detail();
        String end = start.endsWith(".") ? "" : ".";
        return start + end + " Nothing was imported; " + number();
    }

    private String number() {
        if (count == 1) {
            return "this is the only error found.";
        }
        return count + " errors were found" + (count > LISTED ? ", the first " + LISTED + " are listed." : ".");
    }
}
