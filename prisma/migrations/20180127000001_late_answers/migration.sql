-- The worker asks every minute which answers have become late (app.tell_escalated): it looks at those not yet told alone.
CREATE INDEX referral_untold ON referral (next_on) WHERE state = 'sent' AND (late_told_on IS NULL OR late_told_on <= next_on);
