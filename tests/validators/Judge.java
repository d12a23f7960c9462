import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judge FLAVOUR FILE...: one line for each file and rule broken: file, rule, times, message (tab-separated). */
public class Judge {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(args[0]);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            throw new IllegalArgumentException("unknown flavour " + args[0]);
        }
        for (int i = 1; i < args.length; i++) {
            judge(flavour, args[i]);
        }
    }

    private static void judge(PDFAFlavour flavour, String file) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
            ValidationResult result = validator.validate(parser);
            TreeMap<String, Integer> times = new TreeMap<>();
            TreeMap<String, String> messages = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    times.merge(rule, 1, Integer::sum);
                    messages.putIfAbsent(rule, assertion.getMessage());
                }
            }
            for (String rule : times.keySet()) {
                print(file, rule, times.get(rule), messages.get(rule));
            }
            if (!result.isCompliant() && times.isEmpty()) {
                print(file, "not-compliant", 1, "the validator gives no rule");
            }
        } catch (Exception problem) {
            print(file, "unreadable", 1, problem.toString());
        }
    }

    private static void print(String file, String rule, int times, String message) {
        System.out.println(file + "\t" + rule + "\t" + times + "\t" + message.replaceAll("\\s+", " "));
    }
}
