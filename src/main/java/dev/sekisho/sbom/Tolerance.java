package dev.sekisho.sbom;

import java.util.List;
import java.util.Set;

/**
 * Which faults of a bill change nothing of what is read from it. Tools write addresses with blanks, licences nobody lists
 * and components twice; a bill that is refused for it says nothing at all. Where a fault lies in what is read, the bill
 * is refused, for then it may say something else than its author meant.
 */
final class Tolerance {
    private static final String COMPONENTS = "components";
    private static final Set<String> READ_OF_BILL = Set.of("bomFormat", "specVersion");
    private static final Set<String> READ_OF_COMPONENT =
            Set.of("bom-ref", "group", "name", "version", "purl", "cpe", "component");
    private static final Set<String> READ_OF_STATEMENT =
            Set.of("vulnerability", "id", "references", "analysis", "affects");

    private Tolerance() {}

    /**
     * @param path names of fields from the top of the bill to the fault, without numbers of lists
     * @param repetition whether the fault is that a list holds something twice
     */
    static boolean bears(List<String> path, boolean repetition) {
        if (path.isEmpty() || READ_OF_BILL.contains(path.get(0))) {
            return false;
        }
        return switch (path.get(0)) {
            case COMPONENTS -> ofComponent(path.subList(1, path.size()), repetition);
            case "metadata" ->
                path.size() > 1
                        && (!path.get(1).equals("component") || ofComponent(path.subList(2, path.size()), repetition));
            case "vulnerabilities" -> path.size() > 1 ? !READ_OF_STATEMENT.contains(path.get(1)) : repetition;
            default -> true;
        };
    }

    private static boolean ofComponent(List<String> path, boolean repetition) {
        if (path.isEmpty()) {
            return repetition;
        }
        return path.get(0).equals(COMPONENTS)
                ? ofComponent(path.subList(1, path.size()), repetition)
                : !READ_OF_COMPONENT.contains(path.get(0));
    }
}
