package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final String BLANKS = "\u3000\u3000 ";
    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();

    private final Validator validator = FACTORY.getValidator();

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void full_width_blanks_are_nothing() {
        assertThat(validator.validate(new OpenTicket(BLANKS, null, TaskType.PROBLEM, Priority.HIGH)))
                .hasSize(1);
        assertThat(validator.validate(new CorrectTicket(BLANKS, null, null, null, null)))
                .hasSize(1);
        assertThat(validator.validate(new AddComment(BLANKS))).hasSize(1);
        assertThat(validator.validate(new HandleTicket(BLANKS))).hasSize(1);
        assertThat(validator.validate(new AssignTicket(BLANKS, null))).hasSize(1);
        assertThat(new WithdrawTicket(BLANKS).comment()).isEmpty();
    }

    @Test
    void what_is_checked_is_what_is_stored() {
        String longest = "x".repeat(Ticket.TITLE);
        OpenTicket ticket = new OpenTicket("\u3000" + longest + " ", null, TaskType.PROBLEM, Priority.HIGH);

        assertThat(validator.validate(ticket)).isEmpty();
        assertThat(ticket.title()).isEqualTo(longest);
    }
}
