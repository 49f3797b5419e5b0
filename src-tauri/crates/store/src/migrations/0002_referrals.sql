-- The referral form asks for each way to reach the referrer by itself; what was written into the one field stays there.
ALTER TABLE referral ADD COLUMN referrer_address TEXT NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN referrer_telephone TEXT NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN referrer_email TEXT NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN guides TEXT NOT NULL DEFAULT '[]';
ALTER TABLE referral ADD COLUMN answers TEXT NOT NULL DEFAULT '{}';
ALTER TABLE agency_check ADD COLUMN replied_on TEXT;
