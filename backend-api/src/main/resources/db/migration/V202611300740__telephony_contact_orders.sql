-- What the carrier did with the contact's leg last, asked for when it refuses to hold them.
CREATE INDEX carrier_command_contact ON carrier_command (tenant_id, interaction_id, ordinal)
    WHERE kind IN ('Join', 'WaitAgain', 'Forward', 'Hold');
